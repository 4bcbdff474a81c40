import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A numbered rule of a context and where it stands. */
export interface NumberedRule {
  /** Such as `CF7`. */
  readonly number: string
  /** The SPEC file. */
  readonly spec: string
}

const number = '[A-Z]{1,3}\\d+'
const inSpec = /\*\*([A-Z]{2,3}\d+)\*\*/gu
/** The numbers at the beginning of a string: `'CF7 CF9 taking opens a case'`, or a row of cases, `'CAL9, a leap day'`. */
const inTitle = new RegExp(`['"\`]((?:${number}[ ,:]+)*${number})\\b`, 'gu')

const filesEnding = (root: string, ending: string): string[] =>
  globSync(`{apps,libs,protocols,tools,tests}/**/*${ending}`, { cwd: root, exclude: (name) => name.includes('node_modules') }).sort()

/** The rules that a SPEC file numbers, in its order. */
export const rulesIn = (text: string): string[] => [...text.matchAll(inSpec)].map(([, rule = '']) => rule)

/** The rules that the titles in a test file carry. */
export const rulesTitled = (text: string): string[] => [...text.matchAll(inTitle)].flatMap(([, rules = '']) => rules.split(/[ ,:]+/u))

/** Every rule of every SPEC file. */
export const allRules = (root: string): NumberedRule[] =>
  filesEnding(root, '/SPEC.md').flatMap((spec) => rulesIn(readFileSync(join(root, spec), 'utf8')).map((number) => ({ number, spec })))

/** The test files whose titles carry a rule, by rule. */
export const testsByRule = (root: string): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const file of filesEnding(root, '.{test,spec}.{ts,tsx}'))
    for (const rule of new Set(rulesTitled(readFileSync(join(root, file), 'utf8')))) found.set(rule, [...(found.get(rule) ?? []), file])
  return found
}
