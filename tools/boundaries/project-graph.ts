import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const GraphFile = z.object({
  graph: z.object({
    nodes: z.record(z.string(), z.object({ data: z.object({ root: z.string(), tags: z.array(z.string()) }) })),
    dependencies: z.record(z.string(), z.array(z.object({ target: z.string() }))),
  }),
})

/** A project of the workspace as nx sees it, with what it imports or declares. */
export interface Project {
  readonly name: string
  readonly root: string
  readonly tags: readonly string[]
  /** Other projects of the workspace; packages from outside are left out. */
  readonly needs: readonly string[]
}

/** The projects and their edges, read from sources and package.json files by nx itself. */
export function projectGraph(root: string): ReadonlyMap<string, Project> {
  const folder = mkdtempSync(join(tmpdir(), 'mreza-graph-'))
  try {
    const file = join(folder, 'graph.json')
    const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js')
    const asked = spawnSync(process.execPath, [nx, 'graph', `--file=${file}`], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false' },
    })
    if (asked.status !== 0) throw new Error(`nx could not read the workspace:\n${asked.stdout}${asked.stderr}`)
    return projectsOf(GraphFile.parse(JSON.parse(readFileSync(file, 'utf8'))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function projectsOf({ graph }: z.infer<typeof GraphFile>): ReadonlyMap<string, Project> {
  const inside = new Set(Object.keys(graph.nodes))
  return new Map(
    Object.entries(graph.nodes).map(([name, { data }]) => {
      const needs = (graph.dependencies[name] ?? []).map(({ target }) => target).filter((target) => inside.has(target))
      return [name, { name, root: data.root, tags: data.tags.filter((tag) => !tag.startsWith('npm:')), needs }]
    }),
  )
}
