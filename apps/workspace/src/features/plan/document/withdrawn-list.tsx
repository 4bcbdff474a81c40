import { Button, useTexts } from '@mreza/ui'
import styles from './document.module.css'

/** Something that was taken out of the plan and can be put back (PL15). */
export interface Withdrawn {
  readonly id: string
  readonly text: string
  readonly back: () => void
}

/** What was withdrawn, each with the way back. */
export const WithdrawnList = ({ items, mayChange }: { items: readonly Withdrawn[]; mayChange: boolean }) => {
  const t = useTexts('plan')
  if (items.length === 0) return null
  return (
    <ul className={styles.withdrawn} aria-label={t('withdrawn')}>
      {items.map(({ id, text, back }) => (
        <li key={id}>
          <del>{text === '' ? t('withdrawn.unnamed') : text}</del>
          {mayChange && (
            <Button kind="link" onPress={back}>
              {t('withdrawn.back')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
