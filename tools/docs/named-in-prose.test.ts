import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { missingFrom, namedIn } from './named-in-prose.ts'

const root = join(import.meta.dirname, '..', '..')
const pages = globSync(['*.md', '{docs,infra,protocols}/**/*.md', 'apps/*/*.md'], {
  cwd: root,
  exclude: (name) => name.includes('node_modules'),
})

it('reads paths, links and scripts out of prose', () => {
  const text =
    'See `apps/x/y.ts`, `node libs/a.ts <name>` and `src/z.ts`; [here](docs/b.md#part), [there](https://c.rs). `npm run d:e -- --f`'
  expect(namedIn(text)).toEqual({ paths: ['apps/x/y.ts', 'libs/a.ts'], links: ['docs/b.md'], scripts: ['d:e'] })
})

it.each(pages)('%s names nothing that is not there', (page) => {
  expect(missingFrom(root, page)).toEqual([])
})

describe('the map of the house', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const onTheMap = [...readme.matchAll(/^\| `([a-z0-9-]+(?:\/[a-z0-9-]+)?)` \|/gmu)].map(([, folder = '']) => folder)
  const isFolder = (path: string) => readdirSync(join(root, path)).length > 0
  const standing = globSync(['apps/*', 'libs/*'], { cwd: root }).filter((path) => isFolder(path))

  it('shows every app and library, and the other folders of the top level', () => {
    expect([...onTheMap].sort()).toEqual([...standing, 'infra', 'protocols', 'tests', 'tools'].sort())
  })

  it('shows no folder twice', () => {
    expect(new Set(onTheMap).size).toBe(onTheMap.length)
  })
})

describe('the decisions', () => {
  const folder = join(root, 'docs', 'decisions')
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-/u.test(name))
    .sort()
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const titleOf = (file: string) => (/^# (\d{4}) (.+)$/mu.exec(read(file)) ?? []).slice(1)

  it('have numbers of their own', () => {
    expect(files.length).toBeGreaterThan(15)
    const numbers = files.map((file) => file.slice(0, 4))
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it.each(files)('%s has its number, the three headings, and is short', (file) => {
    expect(titleOf(file)[0]).toBe(file.slice(0, 4))
    expect([...read(file).matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading)).toEqual(['Context', 'Decision', 'Consequences'])
    expect(read(file).split('\n').length).toBeLessThanOrEqual(30)
  })

  it('are all in the list, under their titles', () => {
    const listed = readFileSync(join(folder, 'README.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('- ['))
    expect(listed).toEqual(files.map((file) => `- [${titleOf(file)[0]}](${file}) ${titleOf(file)[1]}`))
  })
})

it('every picture that a page shows is there, and every picture is shown or one of a room', () => {
  const pictures = globSync('docs/images/*.png', { cwd: root })
  expect(pictures.length).toBeGreaterThan(10)
  for (const picture of pictures) expect(picture).toMatch(/^docs\/images\/[a-z-]+\.(?:light|dark|phone|sr-Cyrl)\.png$/u)
  expect(existsSync(join(root, 'docs', 'images', 'plan.light.png'))).toBe(true)
})
