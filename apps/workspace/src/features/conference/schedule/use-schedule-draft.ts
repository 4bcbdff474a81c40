import { useNow, useTexts } from '@mreza/ui'
import { useState } from 'react'
import { firstMoment } from './first-moment.ts'
import { type InviteGroup, preselected } from './invited.ts'
import type { RuleAnswer } from './rule-answer.ts'
import type { ScheduleDraft } from './schedule-draft.ts'

const usualMinutes = [5, 10, 15, 10, 5, 10, 5]
const usualItems = [1, 2, 3, 4, 5, 6, 7] as const

/** A conference as it is proposed: when, whom, about what. Kept in memory while the page lives. */
export const useScheduleDraft = (rule: RuleAnswer, groups: readonly InviteGroup[]) => {
  const t = useTexts('conference')
  const now = useNow()
  const [draft, setDraft] = useState<ScheduleDraft>(() => ({
    startsAt: firstMoment(now, rule.latest),
    duration: '60',
    place: '',
    institutionIds: preselected(groups),
    agenda: usualItems.map((item, index) => ({ key: item, title: t(`agenda.default.${item}`), minutes: String(usualMinutes[index]) })),
    reason: '',
  }))
  const change = (part: Partial<ScheduleDraft>) => setDraft((before) => ({ ...before, ...part }))
  return { draft, change }
}
