import { loadTrustList } from '@mreza/signatures'
import { say } from './provision/say.ts'

/** `npm run trust:check -- folder`: who is trusted to issue certificates for signing, and what is wrong in the folder. Ends with 1 when anything is. */
const [folder] = process.argv.slice(2)
if (folder === undefined) {
  say.line('trust:check', 'needs the folder of the list: npm run trust:check -- folder')
  process.exit(2)
}
const { list, faults } = await loadTrustList(folder)
say.line(list.name, `${list.anchors.length} issuers, ${list.crls.length} lists of withdrawn certificates`)
for (const { name, territory, qualified, for: use } of list.anchors)
  say.line(territory, `${name}, ${qualified ? 'qualified' : 'not qualified'}, ${use}`)
for (const { file, what } of faults) say.line('FAULT', `${file}: ${what}`)
process.exitCode = faults.length === 0 ? 0 : 1
