import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'

/** Names for a caret's flag: the institution's short name and the person's. */
export interface FlagNames {
  readonly short: string
  readonly person: string
}

/** Who stands behind a person's id. */
export type NameOf = (personId: PersonId, institutionId: InstitutionId) => FlagNames
