import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { cycles, edgeFaults, tagFaults } from './doors.ts'
import { type Project, projectGraph } from './project-graph.ts'

const root = join(import.meta.dirname, '..', '..')
const projects = projectGraph(root)

const PackageFile = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
})

const declared = (project: Project): string[] => {
  const file = PackageFile.parse(JSON.parse(readFileSync(join(root, project.root, 'package.json'), 'utf8')))
  return [...Object.keys(file.dependencies), ...Object.keys(file.devDependencies)]
}

const project = (name: string, type: string, scope: string, side: string, needs: string[] = []): Project => ({
  name,
  root: name,
  tags: [`type:${type}`, `scope:${scope}`, `side:${side}`],
  needs,
})

describe('the house as it stands', () => {
  test('nx sees the projects and what they import', () => {
    expect(projects.size).toBeGreaterThan(25)
    expect(projects.get('conferences')?.needs).toContain('contracts-conferences')
  })

  test('every project has one type, one scope and one side', () => {
    expect([...projects.values()].flatMap(tagFaults)).toEqual([])
  })

  test('every edge goes through a door', () => {
    const edges = [...projects.values()].flatMap((from) => from.needs.map((name) => [from, projects.get(name)] as const))
    expect(edges.flatMap(([from, to]) => (to ? edgeFaults(from, to) : []))).toEqual([])
  })

  test('every edge is written in the package.json of its project', () => {
    const unwritten = [...projects.values()].flatMap((from) =>
      from.needs.filter((name) => !declared(from).includes(`@mreza/${name}`)).map((name) => `${from.name} → ${name}`),
    )
    expect(unwritten).toEqual([])
  })

  test('no project needs itself in the end', () => {
    expect(cycles(projects)).toEqual([])
  })
})

describe('what the doors refuse', () => {
  test('a service that imports another', () => {
    expect(
      edgeFaults(project('plans', 'service', 'plans', 'server'), project('conferences', 'service', 'conferences', 'server')),
    ).not.toEqual([])
  })

  test('a library that imports an app', () => {
    expect(edgeFaults(project('db', 'platform', 'shared', 'server'), project('plans', 'service', 'plans', 'server'))).not.toEqual([])
  })

  test('a contract that imports what runs', () => {
    expect(
      edgeFaults(project('contracts-plans', 'contracts', 'plans', 'both'), project('calendar', 'platform', 'shared', 'both')),
    ).not.toEqual([])
  })

  test('a browser that imports what runs on servers', () => {
    expect(
      edgeFaults(project('workspace', 'workspace', 'workspace', 'browser'), project('db', 'platform', 'shared', 'server')),
    ).not.toEqual([])
  })

  test('a project with two types, or none', () => {
    expect(tagFaults({ ...project('x', 'service', 'x', 'server'), tags: ['scope:x', 'side:server'] })).not.toEqual([])
    expect(
      tagFaults({ ...project('x', 'service', 'x', 'server'), tags: ['type:service', 'type:gateway', 'scope:x', 'side:server'] }),
    ).not.toEqual([])
  })

  test('a circle of three', () => {
    const three = [
      project('a', 'platform', 'shared', 'server', ['b']),
      project('b', 'platform', 'shared', 'server', ['c']),
      project('c', 'platform', 'shared', 'server', ['a']),
    ]
    expect(cycles(new Map(three.map((one) => [one.name, one])))).toEqual(['a → b → c → a'])
  })
})
