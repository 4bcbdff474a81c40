import { emit } from '@mreza/bus'
import { agreementExpiringSoon, agreementReviewDue, agreementSignatureReminded } from '@mreza/contracts-agreements'
import type { Trx } from '@mreza/db'
import type { Agreement } from '../domain/agreement.ts'
import type { Notice } from '../domain/notices.ts'
import { headsOf, withOfficials } from '../operations/audiences.ts'
import type { AgreementsTables } from '../store/tables.ts'

/** Tells those whom a notice concerns. */
export const tellNotice = async (trx: Trx<AgreementsTables>, agreement: Agreement, { what }: Notice, at: string): Promise<void> => {
  const about = { agreementId: agreement.id, networkId: agreement.networkId, actorId: null, at }
  const everyone = { ...about, audience: withOfficials(agreement) }
  switch (what.kind) {
    case 'reminder': {
      const { institutionId, reminder } = what
      await emit(trx, agreementSignatureReminded, { ...about, audience: headsOf([institutionId]), institutionId, reminder })
      return
    }
    case 'signing-soon': {
      const { institutionIds, expiresAt } = what
      const audience = { ...headsOf([...institutionIds, agreement.draftedFor]), roles: ['head' as const, 'coordinator' as const] }
      await emit(trx, agreementExpiringSoon, { ...about, audience, what: 'signing', expiresAt })
      return
    }
    case 'expiring-soon':
      await emit(trx, agreementExpiringSoon, { ...everyone, what: 'duration', expiresAt: what.expiresAt })
      return
    case 'review-due':
      await emit(trx, agreementReviewDue, { ...everyone, dueAt: what.dueAt })
  }
}
