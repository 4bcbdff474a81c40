import { relative } from 'node:path'
import {
  faultLine,
  loadDemoPeople,
  loadDemoReferrals,
  loadNetworks,
  loadPlanTemplates,
  loadRules,
  loadTemplates,
  protocolsFolder,
} from './index.ts'

/** `npm run protocols:check [folder]`: prints every fault of the library and ends with 1 when there is any. */
const folder = process.argv[2] ?? protocolsFolder
const [networks, templates, plans, rules, people, referrals] = await Promise.all([
  loadNetworks(folder),
  loadTemplates(folder),
  loadPlanTemplates(folder),
  loadRules(folder),
  loadDemoPeople(folder),
  loadDemoReferrals(folder),
])
const faults = [networks, templates, plans, rules, people, referrals].flatMap((loaded) => loaded.faults)
for (const fault of faults) process.stderr.write(`${faultLine({ ...fault, file: relative(process.cwd(), fault.file) })}\n`)
process.stdout.write(
  `${networks.good.length} networks, ${templates.good.length} templates, ${plans.good.length} plan templates, ${rules.good.length} rules, ${people.good.length} people; ${faults.length} faults\n`,
)
process.exitCode = faults.length > 0 ? 1 : 0
