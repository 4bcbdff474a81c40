import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fromPeers } from '../peers.ts'

/** Hocuspocus over SQLite. `safe`: an update is stored in the turn in which it came, before it is passed on. */
const [folder = '.', mode = 'shipped'] = process.argv.slice(2)

interface Hocuspocus {
  new (options: object): { listen(): Promise<unknown>; readonly address: { readonly port: number }; destroy(): Promise<void> }
}
interface Stored {
  readonly documentName: string
  readonly state: Uint8Array
}
interface Hooks {
  fetch(document: Pick<Stored, 'documentName'>): Promise<Uint8Array | null>
  store(document: Stored): Promise<void>
}
const { Server } = await fromPeers<{ Server: Hocuspocus }>('@hocuspocus/server')
const { Database } = await fromPeers<{ Database: new (hooks: Hooks) => object }>('@hocuspocus/extension-database')

/** What its SQLite extension does, over Node's own SQLite: the one that the extension brings ends this Node when it collects a statement. */
const sqlite = () => {
  const file = new DatabaseSync(join(folder, 'documents.sqlite'))
  file.exec('create table if not exists documents (name varchar(255) not null, data blob not null, unique (name))')
  const read = file.prepare('select data from documents where name = ?')
  const write = file.prepare('insert into documents (name, data) values (?, ?) on conflict (name) do update set data = excluded.data')
  return new Database({
    fetch: async ({ documentName }) => (read.get(documentName)?.data as Uint8Array | undefined) ?? null,
    store: async ({ documentName, state }) => void write.run(documentName, state),
  })
}

// The store runs in the promise chain of the update and updates leave with setImmediate, so that without a debounce it is done first.
const storeFirst = mode === 'safe' ? { debounce: 0, maxDebounce: 0 } : {}
const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false, extensions: [sqlite()], ...storeFirst })
await server.listen()
process.stdout.write(`listening on port ${server.address.port}\n`)
process.once('SIGTERM', () => void server.destroy().then(() => process.exit(0)))
