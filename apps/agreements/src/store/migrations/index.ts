import type { ServiceMigrations } from '@mreza/db'
import { agreementsTables } from './0001-agreements.ts'
import { obligationTables } from './0003-obligations.ts'
import { life } from './0004-life.ts'
import { signatureFiles } from './0005-signature-files.ts'
import { seals } from './0006-seals.ts'

/** What the agreements service owns in the database. */
export const agreementsMigrations: ServiceMigrations = {
  schema: 'agreements',
  roles: ['mreza_agreements', 'mreza_agreements_worker'],
  migrations: {
    '0001-agreements': agreementsTables,
    '0003-obligations': obligationTables,
    '0004-life': life,
    '0005-signature-files': signatureFiles,
    '0006-seals': seals,
  },
}
