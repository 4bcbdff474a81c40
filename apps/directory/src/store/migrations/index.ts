import type { ServiceMigrations } from '@mreza/db'
import { directoryTables } from './0001-directory.ts'

/** What the directory service owns in the database. */
export const directoryMigrations: ServiceMigrations = {
  schema: 'directory',
  roles: ['mreza_directory', 'mreza_directory_worker'],
  migrations: { '0001-directory': directoryTables },
}
