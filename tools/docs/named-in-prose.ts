import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a page of prose names and a machine can look for. */
export interface Named {
  /** Files and folders of the repository, from its root; `<word>` stands for any. */
  readonly paths: readonly string[]
  /** Where links lead, as written. */
  readonly links: readonly string[]
  /** The scripts that are called by `npm run`. */
  readonly scripts: readonly string[]
}

const tops = /^(?:\.ci|apps|docs|infra|libs|protocols|tests|tools)\//u
const inTicks = /`([^`\n]+)`/gu
const linked = /\]\(([^)#\s]+)(?:#[^)]*)?\)/gu
const script = /npm run ([\w:-]+)/gu

const all = (text: string, pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))]

/** Reads what a page names. A word in backticks is a path when it begins with a folder of the top level; a command's first path counts too. */
export const namedIn = (text: string): Named => ({
  paths: all(text, inTicks)
    .flatMap((code) => code.split(' '))
    .filter((word) => tops.test(word)),
  links: all(text, linked).filter((link) => !/^[a-z]+:/u.test(link)),
  scripts: all(text, script),
})

const isThere = (root: string, path: string): boolean =>
  path.includes('<') || path.includes('*') || path.includes('{')
    ? globSync(path.replaceAll(/<[^>]+>/gu, '*'), { cwd: root }).length > 0
    : existsSync(join(root, path))

/** What a page of the repository names that is not there, as the page names it. */
export const missingFrom = (root: string, page: string): string[] => {
  const { paths, links, scripts } = namedIn(readFileSync(join(root, page), 'utf8'))
  const known = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  return [
    ...paths.filter((path) => !isThere(root, path)),
    ...links.filter((link) => !existsSync(join(root, dirname(page), link))),
    ...scripts.filter((name) => !(name in known.scripts)).map((name) => `npm run ${name}`),
  ]
}
