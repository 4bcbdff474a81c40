import type { Contract } from '@mreza/contracts-kernel'
import type * as z from 'zod'

/** A whole answer as a browser sees it. */
export interface Seen<T> {
  readonly status: number
  readonly headers: Headers
  readonly data: T
  readonly refusal: { readonly code: string; readonly field?: string; readonly params?: Record<string, unknown> } | undefined
}

/** A browser with a cookie jar that sends what our pages send. */
export type Browser<C extends Contract> = {
  readonly [Name in keyof C]: (
    input: z.input<C[Name]['input']>,
    more?: Record<string, string>,
  ) => Promise<Seen<z.output<C[Name]['output']>>>
} & {
  /** The cookie it holds; may be set. */
  readonly jar: { cookie: string | undefined }
}

const usual = { 'x-mreza': '1', 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4600' }

const keep = (jar: { cookie: string | undefined }, response: Response) => {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    jar.cookie = pair.endsWith('=') ? undefined : pair
  }
}

export const openBrowser = <C extends Contract>(contract: C, address: string, service: string): Browser<C> => {
  const jar: { cookie: string | undefined } = { cookie: undefined }
  const call =
    (name: string, kind: string) =>
    async (input: unknown, more: Record<string, string> = {}) => {
      const cookie: Record<string, string> = jar.cookie === undefined ? {} : { cookie: jar.cookie }
      const headers = { ...usual, ...cookie, ...more }
      const at = `${address}/rpc/${service}/${name}`
      const response =
        kind === 'mutation'
          ? await fetch(at, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(input) })
          : await fetch(`${at}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers })
      keep(jar, response)
      const json = (await response.json()) as { result?: { data: unknown }; error?: { data: { refusal: Seen<unknown>['refusal'] } } }
      return { status: response.status, headers: response.headers, data: json.result?.data, refusal: json.error?.data.refusal }
    }
  const operations = Object.fromEntries(Object.entries(contract).map(([name, { kind }]) => [name, call(name, kind)]))
  return { ...operations, jar } as unknown as Browser<C>
}
