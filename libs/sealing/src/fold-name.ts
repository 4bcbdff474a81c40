/** Letters that have no base letter of their own in Unicode, as people write them on a keyboard without Serbian letters. */
const plain: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ђ: 'dj',
  đ: 'dj',
  е: 'e',
  ж: 'z',
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
  ћ: 'c',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'c',
  џ: 'dz',
  ш: 's',
}

/** Small letters without their marks. */
const bare = (text: string): string => text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

/**
 * One form for all the ways in which a Serbian name is written: `Đorđe Šćepanović`, `ЂОРЂЕ  Шћепановић` and
 * `djordje scepanovic` give the same. Different names may give the same form too (Đ and Dj, Č and Ć and C):
 * it finds candidates for a person to compare, it does not prove that two people are one.
 */
export const foldName = (name: string): string =>
  [...bare(name)]
    .map((letter) => plain[letter] ?? letter)
    .join('')
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim()
