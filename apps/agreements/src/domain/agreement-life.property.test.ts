import { seedOf } from '@mreza/testkit'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { smallTemplate } from '../template-for-tests.ts'
import type { Agreement, Happened } from './agreement.ts'
import { draftBetween, following, headOf, minute, signingOf } from './agreement-for-tests.ts'
import { decideSend } from './decide.ts'
import { decideDecline, decideSign } from './decide-sign.ts'
import { isFulfilled } from './entry-into-force.ts'

const places = 7
const sectors = ['social-welfare', 'police', 'education', 'health', 'education', 'health', 'police'] as const

const rule = fc.oneof(
  fc.record({ kind: fc.constant('at-least' as const), signatures: fc.integer({ min: 2, max: places }) }),
  fc.record({ kind: fc.constant('all-required-sectors-signed' as const) }),
)
const command = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('sign' as const), place: fc.nat(places), right: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('decline' as const), place: fc.nat(places), right: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('send' as const), place: fc.constant(0), right: fc.constant(true) }) },
)
type Command = { kind: 'sign' | 'decline' | 'send'; place: number; right: boolean }

/** What must hold, counted apart from the code: who signed, who declined, and since when it is in force. */
interface Model {
  sent: boolean
  readonly signed: Set<number>
  readonly declined: Set<number>
  inForceAt: string | null
}

const mayHappen = (model: Model, { kind, place, right }: Command): boolean => {
  if (kind === 'send') return !model.sent
  return model.sent && place < places && !model.signed.has(place) && (kind === 'decline' || right)
}

const apply = (agreement: Agreement, { kind, place, right }: Command, at: string): readonly Happened[] | null => {
  try {
    if (kind === 'send') return decideSend(agreement, at)
    if (kind === 'decline') return decideDecline(agreement, headOf(agreement, place, at), 'A reason')
    return decideSign(agreement, signingOf(agreement, place, at, right ? (agreement.textHash ?? '') : '0'.repeat(64)))
  } catch {
    return null
  }
}

const fulfilled = (model: Model, required: readonly string[], signatures: number | null): boolean => {
  const signedOf = (sector: string) => [...model.signed].filter((place) => sectors[place] === sector).length
  const allOf = (sector: string) => sectors.filter((one) => one === sector).length
  if (signatures === null) return required.every((sector) => signedOf(sector) === allOf(sector))
  return model.signed.size >= signatures && required.every((sector) => signedOf(sector) >= 1)
}

it('AG5–AG8: no sequence of sending, signing and declining breaks the rules', () => {
  const required = ['social-welfare', 'police', 'education'] as const
  fc.assert(
    fc.property(rule, fc.array(command, { maxLength: 40 }), (entry, commands) => {
      const content = smallTemplate({ entryIntoForce: { ...entry, requiredSectors: [...required] } })
      const model: Model = { sent: false, signed: new Set(), declined: new Set(), inForceAt: null }
      let agreement = draftBetween(sectors, content)
      commands.forEach((next, count) => {
        const at = minute(count)
        const happened = apply(agreement, next, at)
        expect(happened !== null).toBe(mayHappen(model, next))
        if (happened === null) return
        agreement = following(agreement, happened)
        if (next.kind === 'send') model.sent = true
        if (next.kind === 'decline') model.declined.add(next.place)
        if (next.kind === 'sign') {
          model.signed.add(next.place)
          model.declined.delete(next.place)
          const now = fulfilled(model, required, entry.kind === 'at-least' ? entry.signatures : null)
          if (now) model.inForceAt ??= at
        }
        expect(agreement.inForceAt).toBe(model.inForceAt)
        expect(agreement.state).toBe(!model.sent ? 'draft' : model.inForceAt === null ? 'sent' : 'in-force')
        expect(agreement.state === 'in-force').toBe(isFulfilled(content.entryIntoForce, agreement.parties))
        const inState = (state: string) =>
          new Set(agreement.parties.flatMap((party, place) => (party.standing.state === state ? [place] : [])))
        expect(inState('signed')).toEqual(model.signed)
        expect(inState('declined')).toEqual(model.declined)
      })
    }),
    { seed: seedOf('the life of an agreement'), numRuns: 500 },
  )
})
