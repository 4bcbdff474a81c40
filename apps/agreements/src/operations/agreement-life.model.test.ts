import type { AgreementDetail, Party } from '@mreza/contracts-agreements'
import { Refused } from '@mreza/contracts-kernel'
import { seedOf, testConfirmation } from '@mreza/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, it } from 'vitest'
import { openWorld, type Person, partiesOf, templateId, type World } from '../agreements-for-tests.ts'
import { lookAtAgreements } from '../clocks/look-at-agreements.ts'
import { type Life, lives, play } from '../life-model-for-tests.ts'
import type { AgreementsTables } from '../store/tables.ts'

let world: World
let ahead = 0
const now = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  world = await openWorld({ now })
})
afterAll(() => world.dispose())

const day = 86_400_000
const decision = () => ({ number: '1', date: now().toISOString().slice(0, 10), issuedBy: 'The board' })
const reason = 'As was agreed'
const page = { mediaType: 'application/pdf' as const, bytes: Buffer.from('%PDF-1.7 a page').toString('base64') }

const refusals = async (work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof Refused && error.code !== 'unexpected') return false
    throw error
  }
}

/** The service on its database, in a city of its own for each sequence. */
const lifeOfService = async (): Promise<Life> => {
  const city = await world.foundCity()
  const heads: Person[] = []
  for (const party of partiesOf(city)) heads.push(await world.signIn(party, 'head'))
  const official = await world.signIn(await world.found('local-government', city.networkId), 'city-official')
  const ids: AgreementDetail['id'][] = []
  const coordinator = city.coordinator.calls
  const read = async (index: number): Promise<AgreementDetail> =>
    coordinator.readAgreement({ agreementId: ids[index] as AgreementDetail['id'] })
  const on = (index: number, work: (agreementId: AgreementDetail['id']) => Promise<unknown>): Promise<boolean> => {
    const id = ids[index]
    return id === undefined ? Promise.resolve(false) : refusals(() => work(id))
  }
  const headOf = (place: number): Person => heads[place] as Person
  const seenOf = ({ standing }: Party) => ({
    state: standing.state,
    signature: 'how' in standing ? JSON.stringify([standing.signedAt, standing.signedBy, standing.textHash, standing.how]) : undefined,
  })
  const decided = (agreementId: AgreementDetail['id']) => ({ agreementId, reason, decision: decision() })
  return {
    notice: 90,
    draft: () => {
      if (ids.length >= 5) return Promise.resolve(false)
      const wish = { networkId: city.networkId, templateId, partyIds: partiesOf(city).map(({ id }) => id) }
      return refusals(async () => void ids.push((await coordinator.draftAgreement(wish)).id))
    },
    amend: (index) =>
      ids.length >= 5
        ? Promise.resolve(false)
        : on(
            index,
            async (agreementId) => void ids.push((await coordinator.amendAgreement({ agreementId, reason, text: 'as-in-force' })).id),
          ),
    send: (index) => on(index, (agreementId) => coordinator.sendAgreement({ agreementId })),
    sign: (index, place, right) =>
      on(index, async (agreementId) => {
        const { session, calls } = headOf(place)
        const textHash = right ? ((await read(index)).textHash ?? 'e'.repeat(64)) : 'f'.repeat(64)
        const confirmation = testConfirmation(session.subject, 'sign-agreement', textHash, now())
        await calls.signAgreement({ agreementId, textHash, confirmation })
      }),
    decline: (index, place) => on(index, (agreementId) => headOf(place).calls.declineAgreement({ agreementId, reason })),
    council: (index, place, said) =>
      on(index, (agreementId) =>
        headOf(place).calls.recordCouncilStep({
          agreementId,
          step: said === 'needed' ? { state: 'needed' } : { state: 'decided', yes: said === 'yes', decision: decision() },
        }),
      ),
    record: (index, place) =>
      on(index, (agreementId) =>
        coordinator.recordWetInk({
          agreementId,
          institutionId: headOf(place).session.subject.institutionId,
          signedOn: now().toISOString().slice(0, 10),
          signerName: 'A name',
          signerFunction: 'Head',
          decision: null,
          page,
        }),
      ),
    confirm: (index, place, bySame) =>
      on(index, async (agreementId) => {
        const wetInkId = (await read(index)).parties[place]?.wetInk?.id
        if (wetInkId === undefined) throw new Refused('not-found', 'missing')
        await (bySame ? city.coordinator : official).calls.confirmWetInk({ agreementId, wetInkId })
      }),
    withdraw: (index, place) => on(index, (agreementId) => headOf(place).calls.announceWithdrawal({ agreementId, reason })),
    revoke: (index, place) => on(index, (agreementId) => headOf(place).calls.revokeWithdrawal({ agreementId })),
    suspend: (index) => on(index, (agreementId) => coordinator.suspendAgreement(decided(agreementId))),
    resume: (index) => on(index, (agreementId) => coordinator.resumeAgreement(decided(agreementId))),
    terminate: (index) => on(index, (agreementId) => coordinator.terminateAgreement(decided(agreementId))),
    tick: async (days) => {
      ahead += days * day
      const { worker } = world.database.pools<AgreementsTables>('agreements')
      while ((await lookAtAgreements(worker, now().toISOString())) > 0);
      return true
    },
    look: async () => {
      const seen = []
      for (const index of ids.keys()) {
        const { state, parties } = await read(index)
        seen.push({ state, parties: parties.map(seenOf) })
      }
      return seen
    },
  }
}

it('AG5–AG9, AG19, AG23–AG30: the service on its database bears the same sequences as the rules', async () => {
  const seed = seedOf('the life of the versions of a protocol, in the service')
  const played = fc.asyncProperty(lives(30), async (commands) => {
    await play(await lifeOfService(), commands)
  })
  await fc.assert(played, { seed, numRuns: 6, endOnFailure: true })
}, 240_000)
