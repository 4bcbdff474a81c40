import type { Activity, Goal } from '@mreza/plan-document'

type Fields = Readonly<Record<string, unknown>>

const sameList = (a: readonly unknown[], b: readonly unknown[]) => a.length === b.length && a.every((each, at) => each === b[at])
const same = (a: unknown, b: unknown) => a === b || (Array.isArray(a) && Array.isArray(b) && sameList(a, b))

/** Are two readings the same in all fields but these? */
const sameBut = (a: Fields, b: Fields, ...words: readonly string[]): boolean =>
  Object.keys(a).every((field) => words.includes(field) || same(a[field], b[field]))

/**
 * Whether a row of an activity looks the same for both readings: its sentence draws itself, so a key in it draws nothing else. What is
 * withdrawn is listed by its words.
 */
export const activityDrawsTheSame = (a: Activity, b: Activity): boolean => a === b || (!a.withdrawn && sameBut(a, b, 'what'))

/** Whether a card of a goal looks the same for both readings. Of the person's own words it counts only whether there are any. */
export const goalDrawsTheSame = (a: Goal, b: Goal): boolean =>
  a === b ||
  (!a.withdrawn &&
    (a.own === '') === (b.own === '') &&
    sameBut(a, b, 'outcome', 'own', 'note', 'indicators', 'activities') &&
    a.indicators.length === b.indicators.length &&
    a.indicators.every((indicator, at) => {
      const other = b.indicators[at]
      return indicator === other || (other !== undefined && !indicator.withdrawn && sameBut(indicator, other, 'text'))
    }) &&
    a.activities.length === b.activities.length &&
    a.activities.every((activity, at) => {
      const other = b.activities[at]
      return other !== undefined && activityDrawsTheSame(activity, other)
    }))

/** Whether a list of cards looks the same. */
export const goalsDrawTheSame = (a: readonly Goal[], b: readonly Goal[]): boolean =>
  a.length === b.length &&
  a.every((goal, at) => {
    const other = b[at]
    return other !== undefined && goalDrawsTheSame(goal, other)
  })
