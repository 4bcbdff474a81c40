import type { Duration } from '@mreza/contracts-kernel'

type Unit = Duration['unit']

const english =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
const serbian =
  'nula jedan dva tri četiri pet šest sedam osam devet deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest dvadeset'

const counted = (words: string): [string, number][] => words.split(' ').map((word, amount) => [word, amount])

const numbers: ReadonlyMap<string, number> = new Map([
  ...counted(english),
  ...counted(serbian),
  ...(['a', 'an', 'first', 'jednog', 'jedne', 'jednu', 'jedna', 'prvog'] as const).map((word): [string, number] => [word, 1]),
  ['dve', 2],
  ...(['thirty', 'trideset'] as const).map((word): [string, number] => [word, 30]),
  ...(['forty-five', 'četrdeset pet'] as const).map((word): [string, number] => [word, 45]),
  ...(['sixty', 'šezdeset'] as const).map((word): [string, number] => [word, 60]),
  ...(['ninety', 'devedeset'] as const).map((word): [string, number] => [word, 90]),
])

const number = [...numbers.keys()].sort((one, other) => other.length - one.length).join('|')
const spoken = new RegExp(
  `(?<![\\p{L}-])(\\d+|${number})\\s+(working|radn\\p{L}+)?\\s*(hour|day|month|year|čas|dan|mesec|godin)\\p{L}*`,
  'giu',
)

const units: Readonly<Record<string, Unit>> = {
  hour: 'hour',
  čas: 'hour',
  day: 'day',
  dan: 'day',
  month: 'month',
  mesec: 'month',
  year: 'year',
  godin: 'year',
}

/** Ways to say a period without a number. */
const idioms: readonly [RegExp, string][] = [
  [/every month|monthly|mesec dana|mesečno|svakog meseca|jednom u mesecu/iu, '1 month'],
  [/every year|yearly|annually|godinu dana|godišnje|svake godine|jednom u godini/iu, '1 year'],
  [/every quarter|quarterly|tromesečno|svakog tromesečja/iu, '3 month'],
  [/half-yearly|polugodišnje/iu, '6 month'],
]

/** A duration as the sets of {@link durationsIn} hold it. */
export const durationKey = ({ amount, unit }: Duration): string => `${amount} ${unit}`

/** Every length of time that a text in English or Serbian (Latin) speaks of, in figures or in words, as `amount unit`. */
export const durationsIn = (text: string): ReadonlySet<string> =>
  new Set([
    ...[...text.matchAll(spoken)].map(([, amount = '', working, unit = '']) => {
      const value = numbers.get(amount.toLowerCase()) ?? Number(amount)
      const known = units[unit.toLowerCase()] ?? 'day'
      return durationKey({ amount: value, unit: working !== undefined && known === 'day' ? 'working-day' : known })
    }),
    ...idioms.flatMap(([said, key]) => (said.test(text) ? [key] : [])),
  ])
