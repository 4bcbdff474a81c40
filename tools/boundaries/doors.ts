import type { Project } from './project-graph.ts'

/** Which kinds of project a project of each kind may stand on: contracts ← platform ← service ← gateway ← workspace. */
const doors: Record<string, readonly string[]> = {
  contracts: ['contracts'],
  platform: ['contracts', 'platform'],
  data: ['contracts', 'platform'],
  service: ['contracts', 'platform', 'data'],
  gateway: ['contracts', 'platform', 'data'],
  workspace: ['contracts', 'platform'],
  composition: ['contracts', 'platform', 'data', 'service', 'gateway'],
  tools: ['contracts', 'platform', 'data', 'service', 'gateway', 'composition'],
  tests: ['contracts', 'platform', 'data', 'service', 'gateway', 'composition', 'tools', 'workspace'],
}

const sides: Record<string, readonly string[]> = { server: ['server', 'both'], browser: ['browser', 'both'], both: ['both'] }

/** Server libraries of which the browser takes the types alone; the file rule `workspace-takes-types-of-rpc` sees to that. */
const typesOnly = new Set(['workspace → rpc'])

/** What tests stand on; the file rule `testkit-in-tests-only` sees that nothing else does. */
const testFoundation = 'testkit'

/** What is wrong with the tags of one project, as sentences. */
export function tagFaults({ name, tags }: Project): string[] {
  const families = ['type', 'scope', 'side'].filter((family) => tags.filter((tag) => tag.startsWith(`${family}:`)).length !== 1)
  const unknown = tags.filter((tag) => !/^(type|scope|side):/.test(tag))
  const closed = [...(tag({ tags }, 'type') in doors ? [] : ['type']), ...(tag({ tags }, 'side') in sides ? [] : ['side'])]
  return [
    ...families.map((family) => `${name} needs exactly one ${family}: tag`),
    ...unknown.map((word) => `${name} has the unknown tag ${word}`),
    ...closed.map((family) => `${name} has a ${family}: tag that names no known ${family}`),
  ]
}

/** What is wrong with one edge, as sentences. */
export function edgeFaults(from: Project, to: Project): string[] {
  if (to.name === testFoundation) return []
  const edge = `${from.name} → ${to.name}`
  const faults: string[] = []
  if (!doors[tag(from, 'type')]?.includes(tag(to, 'type')))
    faults.push(`${edge}: a ${tag(from, 'type')} may not stand on a ${tag(to, 'type')}`)
  if (!sides[tag(from, 'side')]?.includes(tag(to, 'side')) && !typesOnly.has(edge))
    faults.push(`${edge}: what runs on the ${tag(from, 'side')} side may not need what runs on the ${tag(to, 'side')} side`)
  if (!scopeAllows(from, to)) faults.push(`${edge}: ${tag(from, 'scope')} may not reach into ${tag(to, 'scope')}; meet through contracts`)
  return faults
}

/** The circles among projects, each as `a → b → a`. What tests alone stand on does not count. */
export function cycles(projects: ReadonlyMap<string, Project>): string[] {
  const found = new Set<string>()
  const finished = new Set<string>()
  const walk = (name: string, path: readonly string[]): void => {
    const at = path.indexOf(name)
    if (at >= 0) found.add([...path.slice(at), name].join(' → '))
    if (at >= 0 || finished.has(name)) return
    for (const next of projects.get(name)?.needs ?? []) if (next !== testFoundation) walk(next, [...path, name])
    finished.add(name)
  }
  for (const name of projects.keys()) walk(name, [])
  return [...found]
}

/** Contracts and what is shared are open to all; whoever composes or tests sees everything; the rest keeps to its own scope. */
function scopeAllows(from: Project, to: Project): boolean {
  const composing = ['composition', 'tools', 'tests'].includes(tag(from, 'type'))
  const open = ['contracts', 'data'].includes(tag(to, 'type')) || tag(to, 'scope') === 'shared'
  const contractsKeepToTheirOwn = tag(from, 'type') !== 'contracts' || tag(to, 'type') === 'contracts'
  return contractsKeepToTheirOwn && (composing || open || tag(from, 'scope') === tag(to, 'scope'))
}

const tag = ({ tags }: Pick<Project, 'tags'>, family: string): string =>
  tags.find((one) => one.startsWith(`${family}:`))?.slice(family.length + 1) ?? ''
