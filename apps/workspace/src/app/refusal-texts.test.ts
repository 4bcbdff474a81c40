import { readFileSync } from 'node:fs'
import { agreementRefusals } from '@mreza/contracts-agreements'
import { conferenceRefusals } from '@mreza/contracts-conferences'
import { directoryRefusals } from '@mreza/contracts-directory'
import { identityRefusals } from '@mreza/contracts-identity'
import { kernelRefusals } from '@mreza/contracts-kernel'
import { plansRefusals } from '@mreza/contracts-plans'
import { expect, it } from 'vitest'

const tables = { kernelRefusals, identityRefusals, directoryRefusals, agreementRefusals, conferenceRefusals, plansRefusals }
const catalogue = JSON.parse(
  readFileSync(new URL('../../../../libs/i18n/src/catalogues/refusals/en.json', import.meta.url), 'utf8'),
) as Record<string, string>

it.each(Object.entries(tables))('every code of %s has its sentence', (_name, table) => {
  expect(Object.keys(table).filter((code) => !(`refusal.${code}` in catalogue))).toEqual([])
})
