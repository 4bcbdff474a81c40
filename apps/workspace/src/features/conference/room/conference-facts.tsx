import { useFormats, useTexts } from '@mreza/ui'
import { Facts } from '../facts.tsx'
import { usePersonNames } from '../use-person-name.ts'
import { WhoChip } from '../who-chip.tsx'
import { useRoom } from './room-context.ts'

/** When, how long, where (while it is under way the bar says so already), who leads; and what was written about a missing sector or a cancellation. */
export const ConferenceFacts = () => {
  const t = useTexts('conference')
  const formats = useFormats()
  const { conference, file } = useRoom()
  const { startsAt, duration, place, missingSectorsReason, cancelReason } = conference
  const unlessUnderWay = (fact: string) => (conference.state === 'under-way' ? null : fact)
  const managerId = file?.caseManagerId ?? null
  const nameOf = usePersonNames([managerId])
  const leads = file !== undefined && managerId !== null && <WhoChip institutionId={file.leadInstitutionId}>{nameOf(managerId)}</WhoChip>
  return (
    <Facts
      facts={[
        [t('fact.when'), unlessUnderWay(t('moment', { date: formats.fullDate(startsAt), time: formats.time(startsAt) }))],
        [t('fact.length'), unlessUnderWay(formats.duration(duration * 60_000))],
        [t('fact.where'), unlessUnderWay(place)],
        [t('fact.leads'), leads || null],
        [t('fact.without'), missingSectorsReason],
        [t('fact.cancelled'), cancelReason],
      ]}
    />
  )
}
