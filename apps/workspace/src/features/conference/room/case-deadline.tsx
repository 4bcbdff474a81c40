import type { LocalizedText } from '@mreza/contracts-kernel'
import { ClockBadge, type ClockFace, useLocalized } from '@mreza/ui'
import styles from './room.module.css'

/** The deadline of the case that falls first, in sight while people talk. */
export const CaseDeadline = ({ face, label }: { face: ClockFace; label: LocalizedText }) => {
  const localized = useLocalized()
  return (
    <div className={styles.deadline}>
      <ClockBadge {...face} what={localized(label)} law={localized(label)} />
    </div>
  )
}
