import { AgreementId, InstitutionId, Line, mutation, NetworkId, needs, PersonId, Prose, query, Reason } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { DecisionOfBody } from './decision.ts'
import {
  EvidenceFacts,
  EvidenceId,
  ObligationDetail,
  ObligationId,
  ObligationState,
  ObligationSummary,
  ObligationTermId,
} from './obligation.ts'
import { longestScan, ScanMediaType, Sha256 } from './signature.ts'

const one = { obligationId: ObligationId }
const ofTerm = { ...one, termId: ObligationTermId }

/** The register of obligations: what the parties of agreements in force owe, and whether they keep it. */
export const obligationOperations = {
  /** Obligations of a network, what hurts first: broken, late, disputed, due. At most 2,000. */
  listObligations: query(
    needs('agreement.read'),
    z.strictObject({
      networkId: NetworkId,
      agreementId: AgreementId.optional(),
      institutionId: InstitutionId.optional(),
      states: z.array(ObligationState).optional(),
    }),
    z.array(ObligationSummary),
  ),
  /** One obligation with its terms, evidence and what was said. */
  readObligation: query(needs('agreement.read'), z.strictObject(one), ObligationDetail),
  /** Who sees to it in the institution that owes it; `null` for nobody. */
  nameResponsible: mutation(
    needs('obligation.name-responsible'),
    z.strictObject({ ...one, responsibleId: PersonId.nullable() }),
    ObligationDetail,
  ),
  /** Evidence of the institution that owes it (AG44). Enough of it keeps the term. */
  reportEvidence: mutation(
    needs('obligation.report'),
    z.strictObject({
      ...ofTerm,
      evidence: EvidenceFacts.refine(({ kind }) => kind !== 'observed'),
      file: z.strictObject({ name: Line, mediaType: ScanMediaType, bytes: z.base64().max(Math.ceil(longestScan / 3) * 4 + 4) }).nullable(),
    }),
    ObligationDetail,
    longestScan * 2,
  ),
  /** The document behind a piece of evidence, as it came. */
  readEvidenceFile: query(
    needs('agreement.read'),
    z.strictObject({ ...one, evidenceId: EvidenceId }),
    z.strictObject({ fileName: z.string(), mediaType: ScanMediaType, bytes: z.base64(), sha256: Sha256 }),
  ),
  /** Says that what was reported is not so (AG45). */
  disputeTerm: mutation(needs('obligation.dispute'), z.strictObject({ ...ofTerm, reason: Reason }), ObligationDetail),
  /** Settles a dispute (AG45). */
  settleDispute: mutation(
    needs('obligation.settle'),
    z.strictObject({ ...ofTerm, outcome: z.enum(['kept', 'not-kept']), reason: Reason }),
    ObligationDetail,
  ),
  /** Lets a term go by a decision (AG46). */
  waiveTerm: mutation(
    needs('obligation.settle'),
    z.strictObject({ ...ofTerm, reason: Reason, decision: DecisionOfBody }),
    ObligationDetail,
  ),
  /** Says something about an obligation to everybody who may read it. */
  commentObligation: mutation(needs('obligation.comment'), z.strictObject({ ...one, text: Prose }), ObligationDetail),
}
