import type { Party, PendingWetInk } from '@mreza/contracts-agreements'
import { newId } from '@mreza/db'
import { seedOf } from '@mreza/testkit'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Life, lives, play } from '../life-model-for-tests.ts'
import { smallTemplate } from '../template-for-tests.ts'
import { type Agreement, type Happened, isBinding } from './agreement.ts'
import { draftBetween, following, headOf, signingOf } from './agreement-for-tests.ts'
import { decideSend } from './decide.ts'
import { decideByClock } from './decide-by-clock.ts'
import {
  decideReplaced,
  decideResume,
  decideRevokeWithdrawal,
  decideSuspend,
  decideTermination,
  decideWithdrawal,
  mustBeAmendable,
} from './decide-keep.ts'
import { decideConfirmWetInk, decideCouncilStep, decideDecline, decideSign, decideWetInk } from './decide-sign.ts'

const decision = { number: '1', date: '2026-03-02', issuedBy: 'The board' }
const sectors = ['social-welfare', 'police', 'education', 'health', 'health'] as const

/** The rules alone: versions in memory, and a clock that the test moves. */
const lifeInMemory = (): Life => {
  const versions: Agreement[] = []
  const [coordinator, official] = [newId<'PersonId'>(), newId<'PersonId'>()]
  let passed = Date.UTC(2026, 2, 2, 8)
  const at = () => new Date(passed).toISOString()
  const keeping = () => ({ by: coordinator, at: at(), reason: 'As agreed', decision })
  const withAmendment = (agreement: Agreement): Agreement => {
    const next = versions.find(({ amends, state }) => amends === agreement.id && ['draft', 'sent'].includes(state))
    return { ...agreement, amendment: next?.id ?? null }
  }
  const take = (index: number, happened: readonly Happened[]) => {
    for (const one of happened) {
      if (one.kind === 'came-into-force')
        versions.forEach((other, place) => {
          if (place !== index && isBinding(other)) versions[place] = following(other, decideReplaced(other, one.at))
        })
      const before = versions[index]
      if (before !== undefined) versions[index] = following(before, [one])
    }
  }
  const change = async (index: number, decide: (agreement: Agreement) => readonly Happened[]): Promise<boolean> => {
    const agreement = versions[index]
    if (agreement === undefined) return false
    passed += 60_000
    try {
      take(index, decide(withAmendment(agreement)))
      return true
    } catch {
      return false
    }
  }
  const seenOf = ({ standing }: Party) => ({
    state: standing.state,
    signature: 'how' in standing ? JSON.stringify([standing.signedAt, standing.signedBy, standing.textHash, standing.how]) : undefined,
  })
  return {
    notice: 1,
    draft: async () => versions.length < 5 && versions.push(draftBetween(sectors, smallTemplate())) > 0,
    amend: async (index) => {
      const agreement = versions[index]
      if (versions.length >= 5) return false
      return change(index, (present) => {
        mustBeAmendable(present)
        const draft = draftBetween(sectors, smallTemplate())
        versions.push({ ...draft, amends: agreement?.id ?? null })
        return []
      })
    },
    send: (index) => change(index, (agreement) => decideSend(agreement, at())),
    sign: (index, place, right) =>
      change(index, (agreement) =>
        decideSign(agreement, signingOf(agreement, place, at(), right ? (agreement.textHash ?? '') : 'f'.repeat(64))),
      ),
    decline: (index, place) => change(index, (agreement) => decideDecline(agreement, headOf(agreement, place, at()), 'For now')),
    council: (index, place, said) =>
      change(index, (agreement) =>
        decideCouncilStep(
          agreement,
          headOf(agreement, place, at()),
          said === 'needed' ? { state: 'needed' } : { state: 'decided', yes: said === 'yes', decision },
        ),
      ),
    record: (index, place) =>
      change(index, (agreement) => {
        const wetInk: PendingWetInk = {
          id: newId<'WetInkId'>(),
          pageHash: 'a'.repeat(64),
          mediaType: 'application/pdf',
          signedOn: at().slice(0, 10),
          signerName: 'A name',
          signerFunction: 'Head',
          entitlement: { as: 'head' },
          recordedBy: coordinator,
          recordedAt: at(),
        }
        return decideWetInk(agreement, headOf(agreement, place).institutionId, wetInk, Buffer.from('%PDF-'))
      }),
    confirm: (index, place, bySame) =>
      change(index, (agreement) =>
        decideConfirmWetInk(agreement, agreement.parties[place]?.wetInk?.id ?? '', bySame ? coordinator : official, at()),
      ),
    withdraw: (index, place) => change(index, (agreement) => decideWithdrawal(agreement, headOf(agreement, place, at()), 'We leave')),
    revoke: (index, place) => change(index, (agreement) => decideRevokeWithdrawal(agreement, headOf(agreement, place, at()))),
    suspend: (index) => change(index, (agreement) => decideSuspend(agreement, keeping())),
    resume: (index) => change(index, (agreement) => decideResume(agreement, keeping())),
    terminate: (index) => change(index, (agreement) => decideTermination(agreement, keeping())),
    tick: async (days) => {
      passed += days * 86_400_000
      for (const [index, agreement] of [...versions].entries()) take(index, decideByClock(agreement, at()))
      return true
    },
    look: async () => versions.map(({ state, parties }) => ({ state, parties: parties.map(seenOf) })),
  }
}

it('AG5–AG9, AG19, AG23–AG30: no sequence leads to two versions in force, a lost signature or an unsigned agreement in force', async () => {
  const seed = seedOf('the life of the versions of a protocol, by its rules')
  let entries = 0
  const played = fc.asyncProperty(lives(60), async (commands) => {
    entries += await play(lifeInMemory(), commands)
  })
  await fc.assert(played, { seed, numRuns: 300 })
  // A test in which hardly anything comes into force would show nothing.
  process.stdout.write(`versions that came into force: ${entries}\n`)
  expect(entries).toBeGreaterThan(100)
}, 120_000)
