import { allow, newId, type ServiceMigrations, type Trx } from '@mreza/db'
import { sql } from 'kysely'
import { createAudit } from './create-audit.ts'
import { record } from './record.ts'

/** A service whose people see only the log of the case in their session key. */
export const ledger: ServiceMigrations = {
  schema: 'ledger',
  roles: ['mreza_ledger', 'mreza_ledger_worker'],
  migrations: {
    '0001-audit': {
      up: async (db) => {
        await createAudit(db, 'ledger')
        await allow(db, 'audit_entry', [
          { to: 'mreza_ledger', can: ['select'], rows: sql<boolean>`chain = current_setting('mreza.session_key', true)` },
        ])
      },
    },
  },
}

export const caseA = newId<'CaseId'>()
export const caseB = newId<'CaseId'>()
const actor = { personId: newId<'PersonId'>(), institutionId: newId<'InstitutionId'>() }

/** One deed on a chain. */
export const deed = (trx: Trx<unknown>, chain: string, number: number): Promise<void> =>
  record(trx, {
    chain,
    action: 'open-case',
    actor: number % 2 === 0 ? actor : 'system',
    refs: { caseId: chain, number: String(number), ћирилица: 'да' },
  })
