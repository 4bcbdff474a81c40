import type { AgeGroup } from '@mreza/contracts-conferences'

/** The signs of the taxonomy `indicators-mentioned`, and about whom each speaks. */
const signs = {
  'ind-absence': 'child',
  'ind-begging': 'child',
  'ind-returned-same-children': 'child',
  'ind-early-marriage': 'child',
  'ind-money-for-child': 'child',
  'ind-neglect-after-stay': 'child',
  'ind-transport': 'child',
  'ind-sale-words': 'all',
  'ind-documents': 'adult',
  'ind-no-documents': 'adult',
  'ind-own-passport': 'all',
  'ind-job-ad': 'all',
  'ind-job-abroad': 'adult',
  'ind-withdrawn-statement': 'adult',
  'ind-medicine': 'adult',
  'ind-no-visible-violence': 'all',
} as const satisfies Record<string, 'child' | 'adult' | 'all'>

/** The id of a sign. */
export type Indicator = keyof typeof signs

const about = (ageGroup: AgeGroup | undefined): 'child' | 'adult' | 'all' => {
  if (ageGroup === 'adult') return 'adult'
  return ageGroup === 'child-under-14' || ageGroup === 'child-14-17' ? 'child' : 'all'
}

/** The signs to offer for an age: those that speak of it, and whatever has been ticked already. */
export const indicatorsFor = (ageGroup: AgeGroup | undefined, ticked: readonly string[]): readonly Indicator[] => {
  const whom = about(ageGroup)
  return (Object.keys(signs) as Indicator[]).filter(
    (id) => whom === 'all' || signs[id] === 'all' || signs[id] === whom || ticked.includes(id),
  )
}
