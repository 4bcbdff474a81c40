import { readFile } from 'node:fs/promises'
import { LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'
import type { Fault } from './fault.ts'
import { type FaultAt, placeFinder } from './place-finder.ts'
import { scriptFaults } from './scripts.ts'

/** A file that holds what its schema asks for, with the means to say where in it something is; or what is wrong with it. */
export type ReadYaml<T> = { readonly value: T; readonly faultAt: FaultAt } | { readonly faults: readonly Fault[] }

const wholeFile = (file: string, reason: string): Fault => ({ file, line: 1, column: 1, path: '', reason })

/** The system's reason in words, for a file that cannot be read. */
export const unreadable = (file: string, error: unknown): Fault => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const reasons: Record<string, string> = { ENOENT: 'it does not exist', EACCES: 'no right to read it', EISDIR: 'it is a folder' }
  return wholeFile(file, `cannot be read: ${reasons[code] ?? code}`)
}

const issuePath = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : [...issue.path]

const parse = <T>(file: string, text: string, schema: z.ZodType<T>): ReadYaml<T> => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0])
        return { file, line: Math.max(line, 1), column: Math.max(col, 1), path: '', reason: `not valid YAML: ${error.message}` }
      }),
    }
  }
  const faultAt = placeFinder(file, document, lines)
  const data: unknown = document.toJS()
  const result = schema.safeParse(data)
  if (!result.success) return { faults: result.error.issues.map((issue) => faultAt(issuePath(issue), issue.message)) }
  const scripts = scriptFaults(data)
  return scripts.length > 0 ? { faults: scripts.map(({ path, reason }) => faultAt(path, reason)) } : { value: result.data, faultAt }
}

/** Reads a YAML file by its schema. Never throws: what cannot be read or parsed, or breaks the schema, comes back as faults. */
export const readYaml = async <T>(file: string, schema: z.ZodType<T>): Promise<ReadYaml<T>> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    return { faults: [unreadable(file, error)] }
  }
  try {
    return parse(file, text, schema)
  } catch (error) {
    return { faults: [wholeFile(file, `cannot be understood: ${error instanceof Error ? error.message : String(error)}`)] }
  }
}
