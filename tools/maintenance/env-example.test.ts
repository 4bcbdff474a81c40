import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { envExample } from './env-example.ts'

test('.env.example names every variable that the code reads; "npm run env:example" writes it anew', () => {
  expect(readFileSync(join(import.meta.dirname, '..', '..', '.env.example'), 'utf8')).toBe(envExample())
})

test('every variable says what it means', () => {
  const lines = envExample().split('\n')
  const named = lines.flatMap((line, at) => (/^(# )?[A-Z_]+=/.test(line) ? [[line, lines[at - 1] ?? ''] as const] : []))
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter(([, before]) => !before.startsWith('# '))).toEqual([])
})
