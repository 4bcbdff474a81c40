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

const withoutDress = (password: string) => password.toLowerCase().replace(/[^a-z]/g, '')
const isRun = (text: string) =>
  [...text].every((letter, index) => index === 0 || Math.abs((letter.codePointAt(0) ?? 0) - (text.codePointAt(index - 1) ?? 0)) <= 1)

/**
 * Whether a password is one of the worst (ID2): a well-known word with digits and signs around it, one word over and over,
 * a run such as `123456789012` or `aaaaaaaaaaaa`, or the account's own address.
 */
export const isAmongWorst = (password: string, email: string): boolean => {
  const plain = password.toLowerCase()
  const letters = withoutDress(password)
  if (isRun(plain) || new Set(plain).size < 4) return true
  if (email !== '' && (plain.includes(email) || letters === withoutDress(email.split('@')[0] ?? ''))) return true
  return worstWords.some((word) => plain.replaceAll(word, '').length < 5 || letters === word)
}
