import { emit } from '@mreza/bus'
import { canInConferences, referralSent, refuseInConferences } from '@mreza/contracts-conferences'
import type { InstitutionId, NetworkId, Subject } from '@mreza/contracts-kernel'
import { asSubject, json, newId } from '@mreza/db'
import { once } from '@mreza/rpc'
import { priorityClock } from '../domain/clock.ts'
import { insertClocks } from '../store/clocks.ts'
import type { ConferencesTrx } from '../store/executors.ts'
import { findInstitutions } from '../store/read-models.ts'
import { summaryFrom } from '../store/referrals.ts'
import { putIdentity } from '../vault/put-identity.ts'
import { audit } from './announce.ts'
import { readableReferral } from './may-referral.ts'
import type { Of } from './parts.ts'

/** Another institution of the sender's network. */
const receiverFor = async (trx: ConferencesTrx, subject: Subject, receiverId: InstitutionId): Promise<NetworkId> => {
  if (receiverId === subject.institutionId) throw refuseInConferences('receiver-is-own-institution', { field: 'receiverId' })
  const [receiver] = await findInstitutions(trx, [receiverId])
  const networkId = subject.networkId
  if (networkId === null || receiver?.network_id !== networkId)
    throw refuseInConferences('receiver-not-in-network', { field: 'receiverId' })
  if (!canInConferences(subject, 'referral.send', { networkId })) throw refuseInConferences('not-allowed')
  return networkId
}

/** Sends a referral: the identity is sealed, the priority's clock starts, the receiver is told (CF1, CF2). */
export const sendReferral: Of<'sendReferral'> =
  ({ db, keys }) =>
  (ctx, { receiverId, content, identity }) =>
    asSubject(db.runtime, ctx.databaseKey, async (trx) => {
      const { subject } = ctx
      const referralId = await once(trx, ctx, 'sendReferral', async () => {
        const networkId = await receiverFor(trx, subject, receiverId)
        const id = newId<'ReferralId'>()
        const beneficiaryId = newId()
        const at = ctx.now.toISOString()
        await putIdentity(trx, keys.masterKey, beneficiaryId, identity)
        const row = {
          id,
          network_id: networkId,
          sender_id: subject.institutionId,
          sent_by: subject.personId,
          receiver_id: receiverId,
          beneficiary_id: beneficiaryId,
        }
        const { priority, ageGroup } = content
        await trx
          .insertInto('referral')
          .values({ ...row, state: 'sent', priority, age_group: ageGroup, content: json(content) as never, sent_at: at })
          .execute()
        await insertClocks(trx, { networkId, referralId: id, caseId: null }, [{ stepId: null, clock: priorityClock(priority, at) }])
        const ends = { referralId: id, senderId: subject.institutionId, receiverId }
        await emit(trx, referralSent, {
          ...ends,
          at,
          networkId,
          actorId: subject.personId,
          audience: { institutionIds: [receiverId] },
          priority,
        })
        await audit(trx, subject, { chain: `referral:${id}`, action: 'send-referral', refs: { referralId: id, receiverId } })
        return id
      })
      return summaryFrom(await readableReferral(trx, referralId, subject), ctx.now.toISOString())
    })
