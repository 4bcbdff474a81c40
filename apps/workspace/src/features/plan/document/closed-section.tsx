import type { RoomDoor } from '@mreza/contracts-plans'
import { ClosedDoor, useLocalized, useTexts } from '@mreza/ui'
import { useInstitutions } from '../../../api/institutions.ts'
import { useDoor } from '../access/door-context.ts'
import styles from './document.module.css'
import type { PlanSection } from './plan-sections.ts'

/** A section that is closed to the reader: its place, its name, who holds the key, how one's request stands; nothing of what stands in it. */
export const ClosedSection = ({ id, door }: { id: PlanSection['id'] | 'voice'; door: RoomDoor }) => {
  const t = useTexts('plan')
  const localized = useLocalized()
  const institutions = useInstitutions()
  const { askedAt, declined, onAsk } = useDoor(door.room)
  const names = door.holders.flatMap((holder) => {
    const institution = institutions.get(holder)
    return institution === undefined ? [] : [localized(institution.name)]
  })
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(`section.${id}`)}</h2>
      <ClosedDoor keyHolders={names} askedAt={askedAt} onAsk={onAsk} />
      {declined !== null && <p className={`second ${styles.note}`}>{t('door.declined', { reason: declined })}</p>}
      <p className="print-only">{t('print.closed')}</p>
    </section>
  )
}
