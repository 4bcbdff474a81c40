import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useConferenceChanged } from '../use-conference-changed.ts'
import { useSame } from '../use-same.ts'
import type { ScheduleToSend } from './schedule-draft.ts'

/** Sends the invitations and goes to the conference; pressed again after a lost answer it is still one conference. */
export const useSchedule = () => {
  const changed = useConferenceChanged()
  const navigate = useNavigate()
  const { same, forget } = useSame<ScheduleToSend>()
  const scheduling = useMutation(
    useApi().conferences.scheduleConference.mutationOptions({
      onSuccess: async (conference) => {
        forget()
        void changed(conference)
        await navigate({ to: '/cases/conferences/$conferenceId', params: { conferenceId: conference.id } })
      },
    }),
  )
  return {
    send: (schedule: ScheduleToSend) => scheduling.mutate(same(schedule)),
    isPending: scheduling.isPending,
    refusal: refusalIfAny(scheduling.error),
  }
}
