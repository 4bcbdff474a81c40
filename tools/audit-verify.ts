import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyChains } from '@mreza/audit'
import { openAdmin } from '@mreza/db'
import { readSecrets } from '@mreza/service'
import { schemasWith } from './maintenance/schemas-with.ts'
import { withInstallation } from './maintenance/with-installation.ts'
import { say } from './provision/say.ts'

/** `npm run audit:verify`: walks every chain of the audit trail and names each break. Ends with 1 when there is any. */
await withInstallation(async ({ databaseUrl, dataFolder }) => {
  const auditKey = keyIn(process.env.MREZA_SECRETS_FILE ?? join(dataFolder, 'secrets.json'))
  if (!auditKey) say.line('signatures', 'not checked: no secrets file is here (MREZA_SECRETS_FILE)')
  const admin = openAdmin(databaseUrl)
  let breaks = 0
  try {
    for (const schema of await schemasWith(admin, 'audit_entry')) {
      const { chains, entries, broken } = await verifyChains(admin, schema, auditKey ? { auditKey } : {})
      say.line(schema, `${chains} chains, ${entries} entries, ${broken.length === 0 ? 'whole' : `${broken.length} BROKEN`}`)
      for (const { chain, seq, why } of broken) say.line('', `${chain} at entry ${seq}: ${why}`)
      breaks += broken.length
    }
  } finally {
    await admin.destroy()
  }
  return breaks === 0 ? 0 : 1
})

function keyIn(file: string): Buffer | undefined {
  return existsSync(file) ? Buffer.from(readSecrets(readFileSync(file, 'utf8')).auditKey, 'base64') : undefined
}
