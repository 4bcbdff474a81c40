import { inflateSync } from 'node:zlib'

/** All streams of a PDF, unpacked where they are packed. */
const streamsOf = (pdf: Buffer): string[] => {
  const found: string[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue
    try {
      found.push(inflateSync(pdf.subarray(at + 7)).toString('latin1'))
    } catch {
      found.push(pdf.toString('latin1', at + 7, pdf.indexOf('endstream', at)))
    }
  }
  return found
}

const letters = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** What a ToUnicode map says of each two-byte code. */
const mapOf = (stream: string): Map<number, string> => {
  const map = new Map<number, string>()
  for (const [, section = ''] of stream.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of section.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      map.set(Number.parseInt(code, 16), letters(to))
  for (const [, section = ''] of stream.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', first = ''] of section.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      const [begin, end, letter] = [from, to, first].map((hex) => Number.parseInt(hex, 16)) as [number, number, number]
      for (let code = begin; code <= end; code += 1) map.set(code, String.fromCodePoint(letter + code - begin))
    }
  return map
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const bytesOf = (literal: string): Buffer =>
  Buffer.from(
    literal.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_all, after: string) =>
      /^[0-7]/.test(after) ? String.fromCharCode(Number.parseInt(after, 8)) : (escapes[after] ?? after),
    ),
    'latin1',
  )

const decode = (bytes: Buffer, map: ReadonlyMap<number, string>): string => {
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2) text += map.get(bytes.readUInt16BE(at)) ?? ''
  return text
}

/**
 * The text of a PDF of ours, for looking whether a word is in it. Each piece of text is read with the letters of every font, so
 * there is much in it that nobody can see; what can be seen is always there, without most of its spaces.
 */
export const pdfText = (pdf: Uint8Array): string => {
  const streams = streamsOf(Buffer.from(pdf))
  const maps = streams.filter((stream) => /beginbf(char|range)/.test(stream)).map(mapOf)
  const shown = streams.filter((stream) => /\bTf\b/.test(stream) && /\bBT\b/.test(stream))
  const pieces = shown.flatMap((stream) => [
    ...stream.matchAll(/\[((?:\((?:\\[\s\S]|[^\\)])*\)|[^\]])*)\] TJ|(\((?:\\[\s\S]|[^\\)])*\)) Tj/g),
  ])
  const literals = pieces.map(([, many, one]) =>
    Buffer.concat([...(many ?? one ?? '').matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, literal = '']) => bytesOf(literal))),
  )
  return maps.map((map) => literals.map((bytes) => decode(bytes, map)).join('')).join('\n')
}
