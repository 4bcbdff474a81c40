import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Halt } from '../provision/halt.ts'

/** What was asked for on the command line; what the environment names stands in for what was not. */
export interface Flags {
  /** Only this port will do; when absent, the usual one or any free one. */
  readonly port: number | undefined
  readonly dataFolder: string
  /** `undefined` when nothing was said: what the installation was begun with holds. */
  readonly demo: boolean | undefined
  /** Each service in a process of its own. */
  readonly separate: boolean
  readonly help: boolean
}

export const help = `npm start                     everything, with the seven networks and demo people
npm start -- --port 8080      on this port and no other
npm start -- --data <folder>  another installation, in another folder
npm start -- --no-demo        without demo people; chosen at the first start of an installation
npm start -- --separate       every service as a process of its own

DATABASE_URL and NATS_URL name servers to use instead of our own; MREZA_PUBLIC_ORIGIN is the address that browsers use.`

/** Reads the command line. An unknown word is refused with the list of known ones. */
export function readFlags(words: readonly string[], env: NodeJS.ProcessEnv, root: string): Flags {
  const { port, data, separate, help: wantsHelp, ...rest } = parse(words)
  const demo = rest['no-demo'] ? false : rest.demo ? true : flagOf(env.MREZA_DEMO)
  return {
    port: portOf(port ?? env.PORT),
    dataFolder: resolve(data ?? env.MREZA_DATA ?? resolve(root, '.mreza', 'data')),
    demo,
    separate: separate ?? false,
    help: wantsHelp ?? false,
  }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        demo: { type: 'boolean' },
        'no-demo': { type: 'boolean' },
        separate: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new Halt(`${error instanceof Error ? error.message.split('. ')[0] : error}. What may be said:\n\n${help}`)
  }
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Halt(`"${text}" is not a port. A port is a whole number from 1 to 65535.`)
}

function flagOf(text: string | undefined): boolean | undefined {
  return text === undefined || text === '' ? undefined : text === '1' || text === 'true'
}
