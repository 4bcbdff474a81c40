import type { ReactNode } from 'react'
import { Icon } from '../icons/icon.tsx'
import { useTexts } from '../language.tsx'
import { VisuallyHidden } from '../live/visually-hidden.tsx'
import styles from './difference.module.css'

/** One side of a difference: the value large, with a word on where it stands. */
export interface DifferenceSide {
  readonly label: ReactNode
  readonly value: ReactNode
}

/** Old and new value side by side; below, what it changes in practice and what the figures of the past say. */
export const Difference = ({ was, now, children }: { was: DifferenceSide; now: DifferenceSide; children?: ReactNode }) => {
  const t = useTexts('ui')
  return (
    <div className={styles.difference}>
      <div className={styles.sides}>
        <div>
          <span className="label">{was.label}</span>
          <del className={styles.was}>{was.value}</del>
        </div>
        <div className={styles.arrow}>
          <Icon name="arrow" />
          <VisuallyHidden>{t('difference.arrow')}</VisuallyHidden>
        </div>
        <div>
          <span className="label">{now.label}</span>
          <span className={styles.now}>{now.value}</span>
        </div>
      </div>
      {children !== undefined && <div className={`second ${styles.meaning}`}>{children}</div>}
    </div>
  )
}
