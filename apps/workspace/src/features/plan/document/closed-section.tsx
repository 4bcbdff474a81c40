import type { InstitutionId } from '@mreza/contracts-kernel'
import { ClosedDoor, useLocalized, useTexts } from '@mreza/ui'
import { useInstitutions } from '../../../api/institutions.ts'
import type { PlanSection } from './plan-sections.ts'

/** A section that is closed to the reader: its place, its name, who holds the key; nothing of what stands in it. */
export const ClosedSection = ({ id, holders }: { id: PlanSection['id'] | 'voice'; holders: readonly InstitutionId[] }) => {
  const t = useTexts('plan')
  const localized = useLocalized()
  const institutions = useInstitutions()
  const names = holders.flatMap((holder) => {
    const institution = institutions.get(holder)
    return institution === undefined ? [] : [localized(institution.name)]
  })
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(`section.${id}`)}</h2>
      <ClosedDoor keyHolders={names} />
    </section>
  )
}
