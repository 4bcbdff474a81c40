import { refuseInAgreements } from '@mreza/contracts-agreements'
import { asWorker } from '@mreza/db'
import { hasSigned } from '../domain/agreement.ts'
import { loadAgreement } from '../store/load-agreements.ts'
import type { Of } from './parts.ts'

/** The executable parts of an agreement that is or was in force (AG10), for another service. */
export const readProcedure: Of<'readProcedure'> =
  ({ db }) =>
  async (_ctx, { agreementId }) => {
    const agreement = await asWorker(db.worker, (trx) => loadAgreement(trx, agreementId))
    if (agreement === undefined || agreement.inForceAt === null) throw refuseInAgreements('not-found', { field: 'agreementId' })
    const { content, networkId, title, parties } = agreement
    return {
      agreementId,
      networkId,
      title,
      procedure: content.procedure,
      conferenceRule: content.conferenceRule,
      informationRules: content.informationRules,
      parties: parties.map((party) => ({ institutionId: party.institutionId, sector: party.sector, signed: hasSigned(party) })),
    }
  }
