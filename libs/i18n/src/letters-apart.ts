/** Beginnings of words in which `nj` or `dž` are two letters; the hyphen shows where they part. The list is closed on purpose: it is tested. */
const apart: readonly string[] = [
  'in-jekc',
  'in-jekt',
  'kon-junk',
  'kon-jug',
  'tan-jug',
  'van-jezi',
  'in-junk',
  'an-jon',
  'nad-živ',
  'nad-žanj',
  'nad-žnj',
  'nad-ždrel',
  'od-živ',
  'od-žal',
  'od-žvak',
  'pod-žanr',
  'pod-žup',
  'pred-živ',
  'pod-žar',
]
const stems = apart.map((stem) => ({ word: stem.replace('-', ''), at: stem.indexOf('-') - 1 }))

/** Do the two letters at this place belong to different letters of the Cyrillic alphabet? */
export const keepsLettersApart = (text: string, at: number): boolean => {
  const lower = text.toLowerCase()
  return stems.some((stem) => lower.startsWith(stem.word, at - stem.at))
}
