import type { CivilDate, InstitutionId, PersonId } from '@mreza/contracts-kernel'
import type { ActivityState, ContactRhythm, Participation, PlanArea, PlanPhase, ProsePlace, RiskLevel } from '@mreza/contracts-plans'
import type { Activity, Goal, Indicator, PlanContent, Risk, Understanding } from '@mreza/plan-document'

/** What a changed text is. */
export type ChangedText =
  | { readonly in: 'wishes' | 'outcome' | 'own' | 'note' | 'indicator' | 'activity' | 'risk' | 'response' | 'understanding' }
  | { readonly in: 'prose'; readonly place: ProsePlace }

/** A fact that is not running text, by its kind, as it was and as it is. */
export type ChangedFact =
  | { readonly fact: 'due' | 'starts' | 'assess' | 'review' | 'agreed'; readonly was: CivilDate | null; readonly now: CivilDate | null }
  | { readonly fact: 'responsible' | 'riskResponsible'; readonly was: InstitutionId | null; readonly now: InstitutionId | null }
  | { readonly fact: 'person'; readonly was: PersonId | null; readonly now: PersonId | null }
  | { readonly fact: 'support'; readonly was: readonly InstitutionId[]; readonly now: readonly InstitutionId[] }
  | { readonly fact: 'state'; readonly was: ActivityState; readonly now: ActivityState }
  | { readonly fact: 'phase'; readonly was: PlanPhase; readonly now: PlanPhase }
  | { readonly fact: 'area'; readonly was: PlanArea; readonly now: PlanArea }
  | { readonly fact: 'level'; readonly was: RiskLevel | null; readonly now: RiskLevel | null }
  | { readonly fact: 'participation'; readonly was: Participation | null; readonly now: Participation | null }
  | { readonly fact: 'contact'; readonly was: ContactRhythm | null; readonly now: ContactRhythm | null }
  | { readonly fact: 'baseline' | 'target' | 'measure' | 'check' | 'proof'; readonly was: string; readonly now: string }

/** Something that came, went, or moved among its like. */
export type Standing = 'added' | 'withdrawn' | 'moved'

/** One difference between two states of a room; `about` is what it concerns, in its own words. */
export type Change =
  | { readonly kind: 'text'; readonly text: ChangedText; readonly about: string; readonly was: string; readonly now: string }
  | { readonly kind: 'fact'; readonly change: ChangedFact; readonly about: string }
  | {
      readonly kind: 'item'
      readonly item: 'goal' | 'activity' | 'indicator' | 'risk' | 'understanding'
      readonly standing: Standing
      readonly about: string
    }

type Item = Extract<Change, { kind: 'item' }>['item']
interface Placed {
  readonly id: string
  readonly rank?: string
  readonly withdrawn: boolean
}

const text = (changed: ChangedText, about: string, was: string, now: string): Change[] =>
  was === now ? [] : [{ kind: 'text', text: changed, about, was, now }]

const fact = (change: ChangedFact, about: string): Change[] =>
  JSON.stringify(change.was) === JSON.stringify(change.now) ? [] : [{ kind: 'fact', change, about }]

/** Pairs what is in both and not withdrawn; tells of what is only in one, and of what changed its place among those in both. */
const pairs = <T extends Placed>(
  item: Item,
  was: readonly T[],
  now: readonly T[],
  wordsOf: (each: T) => string,
  inside: (was: T, now: T) => Change[],
): Change[] => {
  const before = was.filter(({ withdrawn }) => !withdrawn)
  const after = now.filter(({ withdrawn }) => !withdrawn)
  const stayed = after.filter(({ id }) => before.some((each) => each.id === id)).map(({ id }) => id)
  const places = before.filter(({ id }) => stayed.includes(id)).map(({ id }) => id)
  const said = (standing: Standing, each: T): Change => ({ kind: 'item', item, standing, about: wordsOf(each) })
  return [
    ...after.flatMap((each) => {
      const known = before.find(({ id }) => id === each.id)
      if (known === undefined) return [said('added', each)]
      const moved = stayed.indexOf(each.id) !== places.indexOf(each.id) && known.rank !== each.rank
      return [...(moved ? [said('moved', each)] : []), ...inside(known, each)]
    }),
    ...before.filter(({ id }) => !stayed.includes(id)).map((each) => said('withdrawn', each)),
  ]
}

const inIndicator = (was: Indicator, now: Indicator): Change[] => [
  ...text({ in: 'indicator' }, '', was.text, now.text),
  ...(['baseline', 'target', 'measure', 'check'] as const).flatMap((line) =>
    fact({ fact: line, was: was[line], now: now[line] }, now.text),
  ),
]

const inActivity = (was: Activity, now: Activity): Change[] => [
  ...text({ in: 'activity' }, '', was.what, now.what),
  ...fact({ fact: 'responsible', was: was.responsibleInstitutionId, now: now.responsibleInstitutionId }, now.what),
  ...fact({ fact: 'person', was: was.responsiblePersonId, now: now.responsiblePersonId }, now.what),
  ...fact({ fact: 'support', was: was.supportingInstitutionIds, now: now.supportingInstitutionIds }, now.what),
  ...fact({ fact: 'starts', was: was.startsOn, now: now.startsOn }, now.what),
  ...fact({ fact: 'due', was: was.dueOn, now: now.dueOn }, now.what),
  ...fact({ fact: 'state', was: was.state, now: now.state }, now.what),
  ...fact({ fact: 'proof', was: was.proof, now: now.proof }, now.what),
]

const inGoal = (was: Goal, now: Goal): Change[] => [
  ...text({ in: 'outcome' }, '', was.outcome, now.outcome),
  ...text({ in: 'own' }, now.outcome, was.own, now.own),
  ...text({ in: 'note' }, now.outcome, was.note, now.note),
  ...fact({ fact: 'area', was: was.area, now: now.area }, now.outcome),
  ...fact({ fact: 'phase', was: was.phase, now: now.phase }, now.outcome),
  ...fact({ fact: 'assess', was: was.assessOn, now: now.assessOn }, now.outcome),
  ...pairs('indicator', was.indicators, now.indicators, (each) => each.text, inIndicator),
  ...pairs('activity', was.activities, now.activities, (each) => each.what, inActivity),
]

const inRisk = (was: Risk, now: Risk): Change[] => [
  ...text({ in: 'risk' }, '', was.what, now.what),
  ...text({ in: 'response' }, now.what, was.response, now.response),
  ...fact({ fact: 'level', was: was.level, now: now.level }, now.what),
  ...fact({ fact: 'riskResponsible', was: was.responsibleInstitutionId, now: now.responsibleInstitutionId }, now.what),
]

const inUnderstanding = (was: Understanding, now: Understanding): Change[] => [
  ...text({ in: 'understanding' }, '', was.text, now.text),
  ...fact({ fact: 'agreed', was: was.agreedOn, now: now.agreedOn }, now.text),
]

const inProse = (was: PlanContent, now: PlanContent): Change[] => {
  const places = [...new Set([...was.prose, ...now.prose].map(({ place }) => place))]
  const at = (content: PlanContent, place: ProsePlace) => content.prose.find((each) => each.place === place)?.text ?? ''
  return places.flatMap((place) => text({ in: 'prose', place }, '', at(was, place), at(now, place)))
}

/** How a room differs between two states, in the order of the page: texts with both versions, facts with both values, what came and went. */
export const changesBetween = (was: PlanContent, now: PlanContent): readonly Change[] => [
  ...text({ in: 'wishes' }, '', was.wishes, now.wishes),
  ...fact({ fact: 'participation', was: was.participation, now: now.participation }, ''),
  ...pairs('understanding', was.understandings, now.understandings, (each) => each.text, inUnderstanding),
  ...fact({ fact: 'review', was: was.reviewOn, now: now.reviewOn }, ''),
  ...fact({ fact: 'contact', was: was.contact, now: now.contact }, ''),
  ...inProse(was, now),
  ...pairs('risk', was.risks, now.risks, (each) => each.what, inRisk),
  ...pairs('goal', was.goals, now.goals, (each) => each.outcome, inGoal),
]
