/** Where a table of an OpenType font begins. */
const tableAt = (font: Buffer, tag: string): number => {
  const tables = font.readUInt16BE(4)
  for (let n = 0; n < tables; n += 1) {
    const at = 12 + n * 16
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8)
  }
  throw new Error(`the font has no table ${tag}`)
}

/** The whole Unicode subtable of the character map: format 12, which both families carry. */
const unicodeMapAt = (font: Buffer): number => {
  const cmap = tableAt(font, 'cmap')
  const subtables = font.readUInt16BE(cmap + 2)
  for (let n = 0; n < subtables; n += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + n * 8 + 4)
    if (font.readUInt16BE(at) === 12) return at
  }
  throw new Error('the font has no character map of all Unicode')
}

const charactersOf = (font: Buffer): Set<number> => {
  const map = unicodeMapAt(font)
  const found = new Set<number>()
  const groups = font.readUInt32BE(map + 12)
  for (let n = 0; n < groups; n += 1) {
    const at = map + 16 + n * 12
    for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code += 1) found.add(code)
  }
  return found
}

/** Tabs are spaces; other controls, joiners and variation selectors show nothing by themselves. */
const steering = /^(?:\p{Cc}|\p{Cf}|\p{Variation_Selector})$/u
const missing = '◊'

/**
 * Makes text printable with these fonts: what one of them has no letter for becomes ◊, because an accessible document must be
 * able to say each of its letters. Line ends stay; characters that only steer
 * others go.
 */
export const printableWith = (fonts: readonly Buffer[]): ((text: string) => string) => {
  const [first, ...others] = fonts.map(charactersOf)
  const covered = new Set([...(first ?? [])].filter((code) => others.every((font) => font.has(code))))
  const printable = (letter: string): string => {
    if (letter === '\n') return letter
    if (letter === '\t') return ' '
    if (steering.test(letter)) return ''
    return covered.has(letter.codePointAt(0) ?? 0) ? letter : missing
  }
  return (text) => [...text.normalize('NFC').replaceAll('\r\n', '\n')].map(printable).join('')
}
