import { newId } from '@mreza/db'
import { expect, it } from 'vitest'
import { smallTemplate } from '../template-for-tests.ts'
import { draftBetween, partyOf } from './agreement-for-tests.ts'
import { canonicalJson, textHashOf } from './text-hash.ts'

it('AG3: the canonical form does not depend on the order of keys, and keeps that of lists', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: null, c: 'ш' } })).toBe('{"a":{"c":"ш","d":null},"b":[2,1]}')
  expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }))
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})

it('AG3: the hash is the same for the same text, however it was stored', () => {
  const draft = draftBetween()
  const reordered = Object.fromEntries(Object.entries(draft.content).reverse()) as typeof draft.content
  expect(textHashOf({ ...draft, content: reordered, parties: [...draft.parties].reverse() })).toBe(textHashOf(draft))
  expect(textHashOf(draft)).toMatch(/^[0-9a-f]{64}$/)
})

it('AG3: one letter, another party or another agreement gives another hash', () => {
  const draft = draftBetween()
  const changed = smallTemplate({ purpose: { ...draft.content.purpose, srCyrl: `${draft.content.purpose.srCyrl}.` } })
  const others = [
    { ...draft, content: changed },
    { ...draft, parties: [...draft.parties, partyOf('health', draft.content)] },
    { ...draft, id: newId<'AgreementId'>() },
  ]
  expect(new Set([draft, ...others].map(textHashOf)).size).toBe(4)
})
