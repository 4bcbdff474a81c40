import { crc32, deflateSync, inflateSync } from 'node:zlib'

interface Pixels {
  readonly width: number
  readonly height: number
  /** One number per pixel, `0xrrggbb`. */
  readonly colours: Uint32Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const chunksOf = (png: Buffer): { type: string; data: Buffer }[] => {
  const chunks = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

/** The guess from the left, the one above and the one between, by the five filters of the format. */
const guess = (filter: number, left: number, above: number, corner: number): number => {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  if (filter !== 4) return 0
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

const unfiltered = (raw: Buffer, width: number, height: number, size: number): Buffer => {
  const line = width * size
  const out = Buffer.alloc(line * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)] ?? 0
    for (let x = 0; x < line; x++) {
      const left = x < size ? 0 : (out[y * line + x - size] ?? 0)
      const above = y === 0 ? 0 : (out[(y - 1) * line + x] ?? 0)
      const corner = x < size || y === 0 ? 0 : (out[(y - 1) * line + x - size] ?? 0)
      out[y * line + x] = (raw[y * (line + 1) + 1 + x] ?? 0) + guess(filter, left, above, corner)
    }
  }
  return out
}

/** Reads an opaque picture of eight bits a channel, as browsers take them of a page. */
const pixelsOf = (png: Buffer): Pixels => {
  const chunks = chunksOf(png)
  const head = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13)
  const [width, height, depth, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9]]
  if (depth !== 8 || (kind !== 2 && kind !== 6)) throw new Error(`a picture of kind ${kind} with ${depth} bits cannot be read here`)
  const size = kind === 2 ? 3 : 4
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  const bytes = unfiltered(raw, width, height, size)
  return { width, height, colours: Uint32Array.from({ length: width * height }, (_, at) => bytes.readUIntBE(at * size, 3)) }
}

const distance = (one: number, other: number): number => {
  const part = (shift: number) => ((one >> shift) & 255) - ((other >> shift) & 255)
  return part(16) ** 2 + part(8) ** 2 + part(0) ** 2
}

const most = 256
const mostUsed = 128

/** Colours for the palette: the most used, then one by one what would be missed most, so that a small green tick stays green. */
const chooseColours = (uses: ReadonlyMap<number, number>): number[] => {
  const all = [...uses].sort(([a, many], [b, few]) => few - many || a - b)
  const chosen = all.slice(0, mostUsed).map(([colour]) => colour)
  const rest = all.slice(mostUsed).map(([colour, count]) => ({
    colour,
    weight: Math.sqrt(count),
    missed: Math.min(...chosen.map((one) => distance(one, colour))),
  }))
  while (chosen.length < most && rest.length > 0) {
    const next = rest.reduce((best, one) => (one.missed * one.weight > best.missed * best.weight ? one : best))
    if (next.missed === 0) break
    chosen.push(next.colour)
    for (const one of rest) one.missed = Math.min(one.missed, distance(next.colour, one.colour))
  }
  return chosen
}

/** A palette, and for every colour of the picture the place of the nearest in it. */
const paletteOf = (colours: Uint32Array): { palette: number[]; place: Map<number, number> } => {
  const uses = new Map<number, number>()
  for (const colour of colours) uses.set(colour, (uses.get(colour) ?? 0) + 1)
  const palette = chooseColours(uses)
  const nearest = (colour: number) =>
    palette.reduce((best, one, at) => (distance(one, colour) < distance(palette[best] ?? 0, colour) ? at : best), 0)
  return { palette, place: new Map([...uses.keys()].map((colour) => [colour, nearest(colour)])) }
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The same picture with at most 256 colours, which is a third of the bytes and looks the same where text stands on paper. */
export const smallPng = (png: Buffer): Buffer => {
  const { width, height, colours } = pixelsOf(png)
  const { palette, place } = paletteOf(colours)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3], 8)
  const lines = Buffer.alloc((width + 1) * height)
  colours.forEach((colour, at) => {
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = place.get(colour) ?? 0
  })
  const colourBytes = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colourBytes),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
