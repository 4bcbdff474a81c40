import { type ConferenceDetail, canInConferences } from '@mreza/contracts-conferences'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { useMe } from '../../../api/session.ts'
import { askedOf } from '../../cases/case/open-case.ts'
import { atStart, goTo } from './agenda-clock.ts'
import type { InRoom } from './room-context.ts'

/** The conference with its case, whether one leads it, and where this screen is in the agenda. */
export const useInRoom = (conference: ConferenceDetail): InRoom => {
  const { subject } = useMe()
  const { data: file } = useQuery(useApi().conferences.readCase.queryOptions({ caseId: conference.caseId }))
  const [place, setPlace] = useState(atStart)
  const leads = file !== undefined && canInConferences(subject, 'conference.lead', askedOf(file))
  return { conference, file, leads, place, go: (item) => setPlace(goTo(item, conference.agenda.length, Date.now())) }
}
