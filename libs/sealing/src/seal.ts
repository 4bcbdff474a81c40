import { contextOf, decrypt, encrypt } from './envelope.ts'

/** Where a sealed value lives. It opens nowhere else. */
export interface Place {
  readonly table: string
  readonly column: string
  readonly rowId: string
}

const at = (place: Place) => contextOf(['field', place.table, place.column, place.rowId])

/** Seals a text with a person's data key for one place. Each call gives other bytes, also for the same text. */
export const seal = (dek: Uint8Array, place: Place, plaintext: string): Buffer => encrypt(dek, at(place), Buffer.from(plaintext, 'utf8'))

/** Opens what {@link seal} made. @throws Unsealable in another row, column or table, with another key, or if a bit differs. */
export const open = (dek: Uint8Array, place: Place, sealed: Uint8Array): string => decrypt(dek, at(place), sealed).toString('utf8')
