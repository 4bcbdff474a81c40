import type { PlanId } from '@mreza/contracts-kernel'
import { PlanNews } from '@mreza/contracts-plans'
import { headers, mintToken } from '@mreza/rpc'
import { testKeys } from '@mreza/testkit'
import * as z from 'zod'
import type { Instance, Member } from './service-for-tests.ts'

/** An open page of a plan: what it was told so far, and whether the stream has ended. */
export interface Page {
  readonly told: PlanNews[]
  readonly ended: Promise<void>
  leave(): void
}

const Word = z.object({ news: PlanNews })

const wordsIn = (events: string): PlanNews[] =>
  events.split('\n\n').flatMap((event) => {
    const data = /^data: (\{.*"news".*\})$/m.exec(event)?.[1]
    return data === undefined ? [] : [Word.parse(JSON.parse(data)).news]
  })

/** Opens the stream of a plan's news as a browser does, by server-sent events. */
export const openPage = async ({ service }: Instance, { session }: Member, planId: PlanId): Promise<Page> => {
  const leaving = new AbortController()
  const { subject, databaseKey } = session
  const token = mintToken(testKeys('gateway').tokenKeys, { subject, databaseKey, audience: 'plans' }, new Date())
  const path = `/rpc/plans/watchPlan?input=${encodeURIComponent(JSON.stringify({ planId }))}`
  const asked = { headers: { [headers.token]: token, accept: 'text/event-stream' }, signal: leaving.signal }
  const response = await service.door(new Request(`http://plans.internal${path}`, asked))
  const told: PlanNews[] = []
  const read = async () => {
    let text = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const whole = Math.max(text.lastIndexOf('\n\n'), 0)
      told.push(...wordsIn(text.slice(0, whole)))
      text = text.slice(whole)
    }
  }
  return { told, ended: read().catch(() => undefined), leave: () => leaving.abort() }
}
