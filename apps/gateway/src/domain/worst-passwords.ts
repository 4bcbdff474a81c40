/** Beginnings and middles that make a password guessable however it is dressed up: the most used ones, here and elsewhere. */
const worstWords = [
  'password',
  'passw0rd',
  'p@ssword',
  'lozinka',
  'sifra',
  'qwertyuiop',
  'qwerty',
  'qwertz',
  'asdfgh',
  'zxcvbn',
  'yxcvbn',
  '1q2w3e',
  'iloveyou',
  'letmein',
  'welcome',
  'dobrodosli',
  'admin',
  'administrator',
  'mreza',
  'beograd',
  'srbija',
  'crvenazvezda',
  'partizan',
  'volimte',
  'princess',
  'dragon',
  'monkey',
  'football',
  'fudbal',
  'baseball',
  'sunshine',
  'superman',
  'trustno1',
  'abcdef',
  'abc123',
  'changeme',
  'secret',
  'test',
] as const

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '')
const jump = (a: string, b: string) => Math.abs((a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))

/** Hardly anything but neighbours and repetitions: `123456789012`, `aaaaaaaaaaaa`, `abcdefabcdef`. */
const isRun = (text: string): boolean => {
  const signs = [...text]
  const breaks = signs.filter((sign, index) => index > 0 && jump(sign, signs[index - 1] ?? sign) > 1)
  return breaks.length <= signs.length / 6
}

/**
 * Whether a password is one of the worst (ID2): a well-known word, once or repeated, with digits and signs around it, a run,
 * fewer than five different signs, or the account's own address.
 */
export const isAmongWorst = (password: string, email: string): boolean => {
  const plain = password.toLowerCase()
  if (isRun(plain) || new Set(plain).size < 5) return true
  if (email !== '' && (plain.includes(email) || lettersOf(plain) === lettersOf(email.split('@')[0] ?? ''))) return true
  return worstWords.some((word) => plain.includes(word) && lettersOf(plain.replaceAll(word, '')).length < 3)
}
