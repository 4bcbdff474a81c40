import { type RawBuilder, sql } from 'kysely'

/** A value for a `jsonb` column. Without it the driver would write an array as a PostgreSQL array. */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`
