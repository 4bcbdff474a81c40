/** The cookie of a session; the prefix makes browsers insist on `Secure`, `Path=/` and no `Domain`. */
export const cookieName = '__Host-mreza'

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict'

/** The header that gives a browser its token. It lasts as long as the browser runs; the session itself ends earlier. */
export const setCookie = (token: string): string => `${cookieName}=${token}; ${attributes}`

/** The header that takes the token away. */
export const clearCookie = `${cookieName}=; ${attributes}; Max-Age=0`

const form = /^[A-Za-z0-9_-]{43}$/

/** The token in a Cookie header; nothing when there is none, when it is malformed, or when there are several. */
export const tokenIn = (header: string | undefined): string | undefined => {
  if (header === undefined) return undefined
  const found = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${cookieName}=`))
    .map((pair) => pair.slice(cookieName.length + 1))
  const [token] = found
  return found.length === 1 && token !== undefined && form.test(token) ? token : undefined
}
