/**
 * Loads the library of protocols, the facts of the networks, the rules, the templates of plans and the demo people from YAML. Every loader takes the folder
 * `protocols/`, never throws, and gives what is good beside the faults of what is not, each with its file, line and reason.
 */
export { DemoPerson } from './demo-person.ts'
export { DemoReferral } from './demo-referral.ts'
export { type Fault, faultLine, type Loaded } from './fault.ts'
export { loadDemoPeople } from './load-demo-people.ts'
export { loadDemoReferrals } from './load-demo-referrals.ts'
export { type LoadedNetworks, loadNetworks } from './load-networks.ts'
export { loadPlanTemplates } from './load-plan-templates.ts'
export { loadRules } from './load-rules.ts'
export { loadTemplates } from './load-templates.ts'
export { protocolsFolder } from './protocols-folder.ts'
