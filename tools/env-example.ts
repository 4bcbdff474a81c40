import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { envExample } from './maintenance/env-example.ts'

/** `npm run env:example`: writes `.env.example` anew. */
writeFileSync(join(import.meta.dirname, '..', '.env.example'), envExample())
