import { fdatasync, openSync, readFileSync, write } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'

/**
 * The floor: a relay that knows nothing of documents. It appends updates to one log, all that came meanwhile with one fdatasync,
 * then passes them on and tells the author. Whoever comes in gets what the log holds of the room.
 */
const file = openSync(join(process.argv[2] ?? '.', 'log'), 'a+')
const sync = promisify(fdatasync)
const append = promisify(write) as (file: number, data: Buffer) => Promise<unknown>

interface Entry {
  readonly room: string
  readonly author: WebSocket
  readonly frame: Buffer
}
const rooms = new Map<string, Set<WebSocket>>()
const logs = new Map<string, Uint8Array[]>()
const taken = new Map<WebSocket, number>()
let waiting: Entry[] = []
let writing = false

const keep = (room: string, update: Uint8Array) => {
  const log = logs.get(room)
  if (log === undefined) logs.set(room, [update])
  else log.push(update)
}
const skipUint = (frame: Uint8Array, at: number): number => ((frame[at] ?? 0) < 128 ? at + 1 : skipUint(frame, at + 1))
const varUint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varUint(value >>> 7)])

const record = ({ room, frame }: Entry): Buffer => {
  const head = Buffer.alloc(6)
  head.writeUInt16LE(room.length)
  head.writeUInt32LE(frame.byteLength, 2)
  return Buffer.concat([head, Buffer.from(room), frame])
}

const deliver = ({ room, author, frame }: Entry) => {
  keep(room, frame.subarray(skipUint(frame, 2)))
  for (const socket of rooms.get(room) ?? []) if (socket !== author) socket.send(frame)
}

const commit = async () => {
  writing = true
  for (let batch = waiting; batch.length > 0; batch = waiting) {
    waiting = []
    await append(file, Buffer.concat(batch.map(record)))
    await sync(file)
    for (const entry of batch) deliver(entry)
    for (const { author } of batch) taken.set(author, (taken.get(author) ?? 0) + 1)
    for (const author of new Set(batch.map((entry) => entry.author)))
      author.send(Uint8Array.from([100, 0, ...varUint(taken.get(author) ?? 0)]))
  }
  writing = false
}

/** All that the log holds of a room, in one update. */
const merged = (room: string): Uint8Array => {
  const [only, ...more] = logs.get(room) ?? []
  if (only !== undefined && more.length === 0) return only
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of logs.get(room) ?? []) Y.applyUpdate(doc, update)
  })
  const update = Y.encodeStateAsUpdate(doc)
  logs.set(room, [update])
  return update
}

const greet = (socket: WebSocket, room: string) => {
  const update = merged(room)
  socket.send(Buffer.concat([Uint8Array.from([0, 1, ...varUint(update.byteLength)]), update]))
}

const readLog = (data: Buffer) => {
  for (let at = 0; at + 6 <= data.byteLength; ) {
    const [nameEnd, length] = [at + 6 + data.readUInt16LE(at), data.readUInt32LE(at + 2)]
    const frame = data.subarray(nameEnd, nameEnd + length)
    if (nameEnd + length <= data.byteLength) keep(data.toString('utf8', at + 6, nameEnd), frame.subarray(skipUint(frame, 2)))
    at = nameEnd + length
  }
}
readLog(readFileSync(join(process.argv[2] ?? '.', 'log')))
for (const room of logs.keys()) merged(room)

const server = createServer()
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, request) => {
  const room = request.url ?? ''
  rooms.set(room, (rooms.get(room) ?? new Set()).add(socket))
  socket.on('close', () => void rooms.get(room)?.delete(socket))
  socket.on('message', (frame: Buffer) => {
    if (frame[1] === 0) return greet(socket, room)
    waiting.push({ room, author: socket, frame })
    if (!writing) void commit()
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening on port ${(server.address() as AddressInfo).port}\n`))
process.once('SIGTERM', () => process.exit(0))
