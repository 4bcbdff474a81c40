import {
  type AgreementDetail,
  bindingStates,
  type CouncilStep,
  type DecisionOfBody,
  type EndReason,
  type Entitlement,
  type HowSigned,
  type Party,
  type PendingWetInk,
  type SigningRound,
} from '@mreza/contracts-agreements'
import type { InstitutionId, PersonId, Sector } from '@mreza/contracts-kernel'

/** An agreement as its rules see it: everything but what follows from the rest. */
export interface Agreement extends Omit<AgreementDetail, 'missing'> {
  /** The institution of the coordinator who drafted it; told of everything that happens to it. */
  readonly draftedFor: InstitutionId
}

/** An agreement without its text and what stands beside it, as lists need it. */
export type ListedAgreement = Omit<Agreement, 'content' | 'rounds' | 'deputies' | 'steps' | 'amendment'>

/** Who acts for which party, and when. */
export interface Acting {
  readonly institutionId: InstitutionId
  readonly by: PersonId
  readonly at: string
}

/** What a person does to an agreement as a whole, and when. */
interface Deed {
  readonly at: string
  readonly by: PersonId
}

/** Something that happened to an agreement; what the store keeps, the bus announces and the audit records. */
export type Happened =
  | { readonly kind: 'parties-chosen'; readonly at: string; readonly parties: readonly Party[] }
  | { readonly kind: 'order-set'; readonly at: string; readonly rounds: readonly SigningRound[]; readonly parties: readonly Party[] }
  | ({ readonly kind: 'negotiation-opened' | 'made-ready' } & Deed)
  | { readonly kind: 'sent'; readonly at: string; readonly textHash: string; readonly signBy: string }
  | { readonly kind: 'round-asked'; readonly at: string; readonly round: number }
  | ({ readonly kind: 'council-step'; readonly step: CouncilStep } & Acting)
  | {
      readonly kind: 'wet-ink-recorded'
      readonly at: string
      readonly institutionId: InstitutionId
      readonly wetInk: PendingWetInk
      readonly page: Buffer
    }
  | ({ readonly kind: 'wet-ink-rejected'; readonly wetInk: PendingWetInk; readonly reason: string } & Acting)
  | {
      readonly kind: 'signed'
      readonly at: string
      readonly institutionId: InstitutionId
      /** `null` for who signed on paper. */
      readonly by: PersonId | null
      readonly textHash: string
      readonly entitlement: Entitlement
      readonly how: HowSigned
      /** The scanned page that a second person confirmed by this. */
      readonly wetInk?: PendingWetInk
    }
  | ({ readonly kind: 'declined'; readonly reason: string } & Acting)
  | { readonly kind: 'came-into-force'; readonly at: string; readonly reviewDueAt: string | null; readonly expiresAt: string | null }
  | ({ readonly kind: 'party-invited'; readonly party: Party } & Deed)
  | ({ readonly kind: 'withdrawal-announced'; readonly reason: string; readonly endsAt: string } & Acting)
  | ({ readonly kind: 'withdrawal-revoked' } & Acting)
  | { readonly kind: 'party-withdrew'; readonly at: string; readonly institutionId: InstitutionId }
  | ({ readonly kind: 'review-begun'; readonly reason: string } & Deed)
  | ({
      readonly kind: 'review-concluded'
      readonly reason: string
      readonly outcome: 'keep' | 'amend'
      readonly reviewDueAt: string
    } & Deed)
  | ({ readonly kind: 'suspended' | 'resumed'; readonly reason: string; readonly decision: DecisionOfBody } & Deed)
  | {
      readonly kind: 'ended'
      readonly at: string
      readonly why: EndReason
      /** Who, why and by what decision, where its parties ended it. */
      readonly terminated?: { readonly by: PersonId; readonly reason: string; readonly decision: DecisionOfBody }
    }
  | { readonly kind: 'lapsed'; readonly at: string }

const unsent: readonly Agreement['state'][] = ['draft', 'negotiation', 'ready']
const binding: readonly Agreement['state'][] = bindingStates

/** Has it not been sent yet? */
export const isUnsent = ({ state }: Pick<Agreement, 'state'>): boolean => unsent.includes(state)

/** Are its parties bound by it now, suspended or not (AG9)? */
export const isBinding = ({ state }: Pick<Agreement, 'state'>): boolean => binding.includes(state)

/** May parties still sign? Also in force, so that who declined or hesitated may join later (AG7). */
export const isOpen = (agreement: Pick<Agreement, 'state'>): boolean => agreement.state === 'sent' || isBinding(agreement)

/** Is this party bound, or will it be when the agreement comes into force? Also while its notice runs (AG26). */
export const hasSigned = ({ standing }: Party): boolean => standing.state === 'signed' || standing.state === 'withdrawing'

/** Is this party asked and may still sign, also after it declined (AG7)? */
export const isAsked = ({ standing }: Party): boolean => standing.state === 'asked' || standing.state === 'declined'

export const partyIdsOf = (agreement: Pick<Agreement, 'parties'>): InstitutionId[] => agreement.parties.map((party) => party.institutionId)

export const partiesOfSector = (agreement: Pick<Agreement, 'parties'>, sector: Sector): Party[] =>
  agreement.parties.filter((party) => party.sector === sector)
