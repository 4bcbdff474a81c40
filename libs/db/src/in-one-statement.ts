import type { Kysely, RawBuilder } from 'kysely'
import { poolOf } from './connection.ts'
import { againAfterDeadlock } from './transaction.ts'

/**
 * For the worker pool, what is asked so often that a transaction around it would cost more than it does: one statement, which is
 * a transaction by itself and takes one way to the database and back. No session key is set; a function that acts for people sets that of each
 * itself, and it ends with the statement. On a deadlock it runs again, as {@link asWorker} does.
 * @param name under which a connection keeps the plan; always for the same words, so what varies in them must be a parameter
 */
export const inOneStatement = <T, Row>(db: Kysely<T>, name: string, statement: RawBuilder<Row>): Promise<Row[]> => {
  const { sql: text, parameters } = statement.compile(db)
  return againAfterDeadlock(async () => (await poolOf(db).query({ name, text, values: [...parameters] })).rows as Row[])
}
