import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const { lockGaps } = createRequire(import.meta.url)('./lock-gaps.cjs') as { lockGaps(lock: object): string[] }

test('a package that is named but not held is a gap', () => {
  expect(lockGaps({ packages: { 'node_modules/a': { optionalDependencies: { 'a-arm': '1.0.0' } } } })).toEqual(['node_modules/a -> a-arm'])
})

test('a package is found beside whoever asks, or further out', () => {
  const packages = {
    'apps/x': { dependencies: { a: '1' } },
    'node_modules/a': { dependencies: { b: '1' } },
    'node_modules/a/node_modules/b': {},
  }
  expect(lockGaps({ packages })).toEqual([])
})
