import { GatewayConfig } from '@mreza/gateway'
import { ServiceConfig } from '@mreza/service'
import { OwnConfig } from '@mreza/standalone'
import { z } from 'zod'

/** A variable as JSON Schema tells it. */
interface Told {
  readonly description?: string
  readonly default?: unknown
}

const groups: readonly (readonly [string, z.ZodObject])[] = [
  ['Told to every service.', ServiceConfig],
  ['Told to the gateway beside that.', GatewayConfig],
  ['Told to the process that runs everything (apps/standalone) beside that.', OwnConfig],
]

const head = `# What the processes of Mreža read from the environment, made by "npm run env:example" from the code that reads it.
# "npm start" sets all of it by itself. Every NAME may also be given as NAME_FILE, the path of a file that holds the value.
# What has no # in front must be given.
`

const variable = (name: string, { description, default: otherwise }: Told, required: boolean): string =>
  [...(description === undefined ? [] : [`# ${description}`]), `${required ? '' : '# '}${name}=${otherwise ?? ''}`].join('\n')

const group = (title: string, schema: z.ZodObject): string => {
  const told = z.toJSONSchema(schema, { io: 'input' })
  const variables = Object.entries(told.properties ?? {}).map(([name, one]) =>
    variable(name, one as Told, told.required?.includes(name) ?? false),
  )
  return [`\n## ${title}`, ...variables].join('\n\n')
}

/** The text of `.env.example`: every variable with its meaning and what holds when it is absent. */
export const envExample = (): string => `${[head.trimEnd(), ...groups.map(([title, schema]) => group(title, schema))].join('\n')}\n`
