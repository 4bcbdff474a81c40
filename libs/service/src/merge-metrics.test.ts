import { expect, it } from 'vitest'
import { mergeMetrics } from './merge-metrics.ts'
import { openMetrics } from './metrics.ts'

it('explains each figure once and keeps the samples of all services', async () => {
  const all = ['directory', 'plans'].map((name) => openMetrics(name, name === 'plans'))
  for (const { measure } of all) await measure(async () => new Response('ok'))(new Request('http://x/rpc/things/list'))
  const text = mergeMetrics(await Promise.all(all.map(({ registry }) => registry.metrics())))
  expect(text.match(/# HELP mreza_calls_total/g)).toHaveLength(1)
  expect(text.match(/mreza_calls_total\{operation="list",status="200",service="(directory|plans)"\} 1/g)).toHaveLength(2)
  expect(text).toContain('process_resident_memory_bytes')
})

it('counts no more than a bounded number of operations by name', async () => {
  const { registry, measure } = openMetrics('directory', false)
  const door = measure(async () => new Response(null, { status: 503 }))
  for (let n = 0; n < 400; n += 1) await door(new Request(`http://x/rpc/things/invented${n}`))
  expect((await registry.metrics()).match(/^mreza_calls_total\{/gm)?.length).toBeLessThan(310)
})
