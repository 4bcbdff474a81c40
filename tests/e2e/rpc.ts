import type { Page } from '@playwright/test'

/** What a service answered: its data, or the code of its refusal. */
export interface Answer {
  readonly data?: unknown
  readonly refusal?: string
}

/** Calls an operation as the person whose page it is, past everything that the screen would leave out. */
export const call = (page: Page, operation: string, input: unknown): Promise<Answer> =>
  page.evaluate(
    async ([path, body, key]) => {
      const headers = { 'content-type': 'application/json', 'x-mreza': '1', 'idempotency-key': key }
      const response = await fetch(`/rpc/${path}`, { method: 'POST', headers, body })
      const answer = await response.json()
      return answer.error === undefined ? { data: answer.result.data } : { refusal: answer.error.data.refusal.code }
    },
    [operation, JSON.stringify(input), crypto.randomUUID()] as const,
  )
