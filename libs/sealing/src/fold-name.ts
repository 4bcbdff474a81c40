/** Serbian Cyrillic letter by letter as Serbian Latin, after lower-casing. */
const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ђ: 'đ',
  е: 'e',
  ж: 'ž',
  з: 'z',
  и: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'ć',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'č',
  џ: 'dž',
  ш: 'š',
}

/** People write đ as dj when they have no Serbian keyboard, so both become dj. */
const latin = (text: string): string => text.replace(/đ/g, 'dj')

/**
 * One form for all the ways in which a Serbian name is written: `Đorđe Šćepanović`, `ЂОРЂЕ  Шћепановић` and
 * `djordje scepanovic` give the same. Different names may give the same form too (Đ and Dj, Č and Ć and C):
 * it finds candidates for a person to compare, it does not prove that two people are one.
 */
export const foldName = (name: string): string => {
  const lower = name.normalize('NFKC').toLowerCase()
  const inLatin = [...lower].map((letter) => cyrillic[letter] ?? letter).join('')
  const bare = latin(inLatin).normalize('NFD').replace(/\p{M}/gu, '')
  return bare.replace(/[\p{P}\p{S}\s]+/gu, ' ').trim()
}
