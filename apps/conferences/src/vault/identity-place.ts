import type { Place } from '@mreza/sealing'

/** Where a sealed field of a person lives; it opens nowhere else. */
export const identityPlace = (field: string, beneficiaryId: string): Place => ({
  table: 'vault.identity_field',
  column: field,
  rowId: beneficiaryId,
})
