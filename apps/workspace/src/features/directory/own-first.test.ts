import type { InstitutionSummary } from '@mreza/contracts-directory'
import { NetworkId } from '@mreza/contracts-kernel'
import { expect, it } from 'vitest'
import { ownFirst } from './own-first.ts'

const own = NetworkId.parse('01980000-0000-7000-8000-000000000001')
const other = NetworkId.parse('01980000-0000-7000-8000-000000000002')
const found = (slug: string, networkId: NetworkId | null) => ({ slug, networkId }) as InstitutionSummary

it('DI8: what was found in one’s own network comes first, the rest as it was found', () => {
  const all = [found('a', other), found('b', own), found('c', null), found('d', own)]
  expect(ownFirst(all, own).map(({ slug }) => slug)).toEqual(['b', 'd', 'a', 'c'])
})
