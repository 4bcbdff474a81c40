import type { AgreementSummary } from '@mreza/contracts-agreements'
import type { InstitutionId } from '@mreza/contracts-kernel'
import type { TrackedAgreement, TrackedParty } from '@mreza/contracts-monitoring'

/** A column of the matrix: where each party stands, by the tracker, with the agreement's own words. */
export interface TrackedColumn {
  readonly tracked: TrackedAgreement
  readonly agreement: AgreementSummary
}

/** Joins what happened (tracker) with what it is called (agreements); what only one of them knows yet is left for later. */
export const columnsOf = (tracked: readonly TrackedAgreement[], agreements: readonly AgreementSummary[]): readonly TrackedColumn[] => {
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]))
  return tracked.flatMap((one) => {
    const agreement = byId.get(one.agreementId)
    return agreement === undefined ? [] : [{ tracked: one, agreement }]
  })
}

/** Where an institution stands in a column; nothing when it is not a party. */
export const partyIn = ({ tracked }: TrackedColumn, institutionId: InstitutionId): TrackedParty | undefined =>
  tracked.parties.find((party) => party.institutionId === institutionId)

/** Why it declined, for who may read it. */
export const reasonIn = ({ agreement }: TrackedColumn, institutionId: InstitutionId): string | null => {
  const standing = agreement.parties.find((party) => party.institutionId === institutionId)?.standing
  return standing?.state === 'declined' ? standing.reason : null
}

/** How many signed, wait and declined in all columns. */
export const countStates = (columns: readonly TrackedColumn[]): Readonly<Record<TrackedParty['state'], number>> => {
  const counts = { signed: 0, waiting: 0, declined: 0 }
  for (const { tracked } of columns) for (const { state } of tracked.parties) counts[state] += 1
  return counts
}
