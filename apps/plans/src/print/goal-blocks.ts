import type { Block, Said } from '@mreza/documents'
import type { Activity, Goal } from '@mreza/plan-document'
import { activitiesOf } from './printed-version.ts'
import type { Saying } from './saying.ts'

const isBlank = (text: string): boolean => text.trim() === ''

/** A block with typed words, or none where nothing was typed. */
export const ifTyped = (text: string, block: (text: string) => Block): Block[] => (isBlank(text) ? [] : [block(text.trim())])

/** From when until when, as far as it was said. */
export const spanOf = ({ startsOn, dueOn }: Activity, { t, day, frame }: Saying): Said => {
  const from = startsOn === null ? [] : [t('activity.from', { date: day(startsOn) })]
  const until = dueOn === null ? [t('activity.noDate')] : [startsOn === null ? day(dueOn) : t('activity.until', { date: day(dueOn) })]
  return frame([...from, ...until].join('\n'))
}

/** Who carries an activity, the person if one was named, and who supports it. */
export const carrierOf = (activity: Activity, { t, frame, institution, person }: Saying): Said => {
  const { responsibleInstitutionId, responsiblePersonId, supportingInstitutionIds } = activity
  if (responsibleInstitutionId === null) return frame(t('activity.nobody'))
  const carrier = institution(responsibleInstitutionId)
  const lines = [
    carrier.text,
    ...(responsiblePersonId === null ? [] : [person(responsiblePersonId).text]),
    ...(supportingInstitutionIds.length === 0
      ? []
      : [t('activity.with', { names: supportingInstitutionIds.map((id) => institution(id).text).join(', ') })]),
  ]
  return { text: lines.join('\n'), lang: carrier.lang }
}

/** A cell with typed words; that nothing was typed is said, not left blank. */
const cell = (text: string, { t, frame, typed }: Saying): Said => (isBlank(text) ? frame(t('notSet')) : typed(text.trim()))

const column = (title: Said, share: number) => ({ title, share })

/** Activities as a table. */
export const activityTable = (activities: readonly Activity[], saying: Saying): Block[] => {
  if (activities.length === 0) return []
  const { t, frame } = saying
  const withProof = activities.some(({ proof }) => !isBlank(proof))
  const columns = [
    column(frame(t('activity.title')), 2.6),
    column(frame(t('activity.who')), 2.4),
    column(frame(t('activity.when')), 1.8),
    column(frame(t('activity.state')), 1.5),
    ...(withProof ? [column(frame(t('activity.proof')), 2)] : []),
  ]
  const rows = activities.map((activity) => [
    cell(activity.what, saying),
    carrierOf(activity, saying),
    spanOf(activity, saying),
    frame(t(`state.${activity.state}`)),
    ...(withProof ? [cell(activity.proof, saying)] : []),
  ])
  return [{ kind: 'table', columns, rows }]
}

const indicatorTable = ({ indicators }: Goal, saying: Saying): Block[] => {
  const { t, frame } = saying
  const standing = indicators.filter(({ withdrawn, text }) => !withdrawn && !isBlank(text))
  if (standing.length === 0) return []
  const columns = [
    column(frame(t('indicator.title')), 3),
    column(frame(t('indicator.baseline')), 1.6),
    column(frame(t('indicator.target')), 1.6),
    column(frame(t('indicator.check')), 2.4),
  ]
  const rows = standing.map(({ text, baseline, target, measure, check }) => [
    cell(text, saying),
    cell(baseline, saying),
    cell(target, saying),
    cell([measure, check].filter((each) => !isBlank(each)).join('\n'), saying),
  ])
  return [{ kind: 'table', columns, rows }]
}

/** A goal with the person's own words for it, how one sees that it is reached, and what is done for it. */
export const goalCard = (goal: Goal, kicker: string, saying: Saying, activities = activitiesOf(goal)): Block => {
  const { t, frame, typed, day } = saying
  const assess = goal.assessOn === null ? [] : [{ name: frame(t('facts.assess')), value: frame(day(goal.assessOn)) }]
  return {
    kind: 'card',
    kicker: frame(kicker),
    title: isBlank(goal.outcome) ? frame(t('goal.without')) : typed(goal.outcome),
    blocks: [
      ...ifTyped(goal.own, (text) => ({ kind: 'stressed', name: frame(t('goal.own')), words: typed(text) })),
      ...indicatorTable(goal, saying),
      ...activityTable(activities, saying),
      ...ifTyped(goal.note, (text) => ({ kind: 'note', words: typed(`${t('goal.note')} ${text}`) })),
      ...(assess.length === 0 ? [] : [{ kind: 'facts', facts: assess } as const]),
    ],
  }
}
