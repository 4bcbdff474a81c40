import type { AgreementDetail, Party } from '@mreza/contracts-agreements'
import type { InstitutionId, PersonId, Sector } from '@mreza/contracts-kernel'

/** An agreement as its rules see it: everything but what follows from the rest. */
export interface Agreement extends Omit<AgreementDetail, 'missing'> {
  /** The institution of the coordinator who drafted it; told of everything that happens to it. */
  readonly draftedFor: InstitutionId
}

/** An agreement without its text, as lists need it. */
export type ListedAgreement = Omit<Agreement, 'content'>

/** Something that happened to an agreement; what the store keeps, the bus announces and the audit records. */
export type Happened =
  | { readonly kind: 'parties-chosen'; readonly at: string; readonly parties: readonly Party[] }
  | { readonly kind: 'sent'; readonly at: string; readonly textHash: string }
  | {
      readonly kind: 'signed'
      readonly at: string
      readonly institutionId: InstitutionId
      readonly by: PersonId
      readonly textHash: string
    }
  | {
      readonly kind: 'declined'
      readonly at: string
      readonly institutionId: InstitutionId
      readonly by: PersonId
      readonly reason: string
    }
  | { readonly kind: 'came-into-force'; readonly at: string }
  | { readonly kind: 'ended'; readonly at: string }

/** May parties still sign? Also in force, so that who declined or hesitated may join later (AG7). */
export const isOpen = (agreement: Pick<Agreement, 'state'>): boolean => agreement.state === 'sent' || agreement.state === 'in-force'

export const hasSigned = (party: Party): boolean => party.standing.state === 'signed'

export const partyIdsOf = (agreement: Pick<Agreement, 'parties'>): InstitutionId[] => agreement.parties.map((party) => party.institutionId)

export const partiesOfSector = (agreement: Pick<Agreement, 'parties'>, sector: Sector): Party[] =>
  agreement.parties.filter((party) => party.sector === sector)
