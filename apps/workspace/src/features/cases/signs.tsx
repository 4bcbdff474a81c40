import { textForCode } from '@mreza/i18n'
import { useLanguage, useTexts } from '@mreza/ui'
import styles from './cases.module.css'

/** The signs that a referral names, in words. */
export const Signs = ({ ids }: { ids: readonly string[] }) => {
  const t = useTexts('cases')
  const language = useLanguage()
  if (ids.length === 0) return <p className="second">{t('file.signs.none')}</p>
  return (
    <ul className={styles.signs}>
      {ids.map((id) => (
        <li key={id}>{textForCode(language, 'cases', `indicator.${id}`) ?? id}</li>
      ))}
    </ul>
  )
}
