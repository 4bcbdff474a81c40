import { readFileSync } from 'node:fs'
import * as z from 'zod'

/** Configuration that cannot be used; the message has one line for each variable and says what is wrong with it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

type Environment = Readonly<Record<string, string | undefined>>

const readNamedFile = (variable: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    throw new ConfigError(`${variable}_FILE: the file ${path} cannot be read`)
  }
}

const readVariable = (variable: string, env: Environment): string | undefined => {
  const file = env[`${variable}_FILE`]
  if (file !== undefined && file !== '') return readNamedFile(variable, file)
  return env[variable] === '' ? undefined : env[variable]
}

/**
 * Reads configuration from the environment once. Every variable may also be given as `NAME_FILE`, the path of a file
 * that holds the value. An empty variable counts as absent. Throws {@link ConfigError}; never prints a value.
 * @example const config = readConfig(z.object({ PORT: z.coerce.number().int().default(8080) }), process.env)
 */
export const readConfig = <S extends z.ZodObject>(schema: S, env: Environment): z.output<S> => {
  const raw = Object.fromEntries(Object.keys(schema.shape).map((variable) => [variable, readVariable(variable, env)]))
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
}

/** A yes-or-no variable: `1` or `true`, `0` or `false`; no when absent. */
export const Flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((text) => text === '1' || text === 'true')
