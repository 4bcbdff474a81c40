import { beforeAll, describe, expect, test } from 'vitest'
import { checkSignedPdf } from './check-signed-pdf.ts'
import type { Holder } from './kit/authority-for-tests.ts'
import { makeContainer } from './kit/container-for-tests.ts'
import { documentOf, makeWorld, signPdf, type World } from './kit/signing-for-tests.ts'
import { documentIn, firstPage, freeNumber, rootOf, smallPdf, streamOf, updated, withEntries } from './kit/updates-for-tests.ts'

let world: World
let frozen: Uint8Array
let signed: Uint8Array
beforeAll(async () => {
  world = await makeWorld()
  frozen = await documentOf('Član 1. Strane sarađuju. '.repeat(200))
  signed = await signPdf(frozen, world.signer)
})

const check = (pdf: Uint8Array, issued = frozen): string => {
  const verdict = checkSignedPdf(pdf, { frozen: issued, trust: world.trust, at: new Date() })
  return verdict.outcome === 'refused' ? verdict.reason : 'valid'
}

/** Ways of making a PDF say something else without touching a byte of what stands there. */
const changes: Readonly<Record<string, (pdf: Uint8Array) => Uint8Array>> = {
  'other words on a page': (pdf) => {
    const { number, dictionary } = firstPage(pdf)
    const free = freeNumber(pdf)
    return updated(pdf, { [number]: withEntries(dictionary, { Contents: `${free} 0 R` }), [free]: streamOf('BT (drugi tekst) Tj ET') })
  },
  'the content of a page, in its place': (pdf) => {
    const content = firstPage(pdf).dictionary.get('Contents')
    const number = content !== null && typeof content === 'object' && 'number' in content ? Number(content.number) : 0
    return updated(pdf, { [number]: streamOf('') })
  },
  'a note on a page': (pdf) => {
    const { number, dictionary } = firstPage(pdf)
    const free = freeNumber(pdf)
    const note = '<</Type/Annot/Subtype/FreeText/Rect[0 0 99 99]/Contents(dodatak)>>'
    return updated(pdf, { [number]: withEntries(dictionary, { Annots: `[${free} 0 R]` }), [free]: note })
  },
  'a field to fill in': (pdf) => {
    const free = freeNumber(pdf)
    const root = withEntries(documentIn(pdf).root, { AcroForm: `<</Fields[${free} 0 R]>>` })
    return updated(pdf, { [rootOf(pdf)]: root, [free]: '<</FT/Tx/T(iznos)/V(100)/Type/Annot/Subtype/Widget/Rect[0 0 9 9]>>' })
  },
  'a script when it is opened': (pdf) =>
    updated(pdf, { [rootOf(pdf)]: withEntries(documentIn(pdf).root, { OpenAction: '<</S/JavaScript/JS(app.alert(1))>>' }) }),
  'other pages': (pdf) => updated(pdf, { [rootOf(pdf)]: withEntries(documentIn(pdf).root, { Pages: `${freeNumber(pdf)} 0 R` }) }),
  'another catalogue': (pdf) => {
    const free = freeNumber(pdf)
    return updated(pdf, { [free]: withEntries(documentIn(pdf).root, {}) }, { Root: `${free} 0 R` })
  },
  'a layer': (pdf) => updated(pdf, { [rootOf(pdf)]: withEntries(documentIn(pdf).root, { OCProperties: '<</D<<>>>>' }) }),
  'a place for fields that is the content of a page': (pdf) => {
    const { number, dictionary } = firstPage(pdf)
    const content = dictionary.get('Contents')
    const target = content !== null && typeof content === 'object' && 'number' in content ? Number(content.number) : 0
    return updated(pdf, { [number]: withEntries(dictionary, { Annots: `${target} 0 R` }), [target]: '[]' })
  },
  'evidence that is a page': (pdf) => {
    const { number, dictionary } = firstPage(pdf)
    const root = withEntries(documentIn(pdf).root, { DSS: `<</Certs[${number} 0 R]>>` })
    return updated(pdf, { [rootOf(pdf)]: root, [number]: withEntries(dictionary, { Rotate: '90' }) })
  },
  'an object stream in the place of a page': (pdf) => {
    const held = '1 0 null '
    const stream = `<</Type/ObjStm/N 0/First 0/Length ${held.length}>>\nstream\n${held}\nendstream`
    return updated(pdf, { [firstPage(pdf).number]: stream })
  },
  'its own place taken away': (pdf) => {
    const text = Buffer.from(updated(pdf, { [rootOf(pdf)]: withEntries(documentIn(pdf).root, {}) })).toString('latin1')
    const at = text.lastIndexOf('trailer')
    return Buffer.from(`${text.slice(0, at)}${firstPage(pdf).number} 1\n0000000000 00001 f \n${text.slice(at)}`, 'latin1')
  },
  'something between the objects': (pdf) => Buffer.concat([pdf, Buffer.from('\n% 3 0 obj (drugi tekst) endobj\n')]),
  'a reference that leads elsewhere': (pdf) => {
    const text = Buffer.from(updated(pdf, { [freeNumber(pdf)]: 'null' })).toString('latin1')
    const at = text.lastIndexOf('trailer')
    return Buffer.from(`${text.slice(0, at)}${firstPage(pdf).number} 1\n0000000015 00000 n \n${text.slice(at)}`, 'latin1')
  },
}

describe('SG6 nothing is added but signatures', () => {
  test.for(Object.keys(changes))('SG5 SG6 %s, after signing', (name) => {
    const changed = changes[name]?.(signed) ?? signed
    expect(changed.length).toBeGreaterThan(signed.length)
    expect(check(changed)).toBe('changed-after-signing')
  })

  test.for(Object.keys(changes))('SG5 SG6 %s, before signing, is another text', async (name) => {
    const changed = changes[name]?.(frozen) ?? frozen
    expect(check(changed)).toBe('another-text')
    // Some of these no signing program would take.
    const resigned = await signPdf(changed, world.signer).catch(() => changed)
    expect(check(resigned)).toBe('another-text')
  })
})

test('SG6 a second signature over a changed text does not heal it', async () => {
  const changed = changes['other words on a page']?.(signed) ?? signed
  expect(check(await signPdf(changed, world.signer))).toBe('changed-after-signing')
})

test('SG6 an update that only says again what held, or describes the file, is no change', async () => {
  const again = updated(frozen, { [rootOf(frozen)]: withEntries(documentIn(frozen).root, {}) })
  expect(check(await signPdf(again, world.signer))).toBe('valid')
  const info = documentIn(frozen).trailer.get('Info')
  const number = info !== null && typeof info === 'object' && 'number' in info ? Number(info.number) : 0
  const described = updated(frozen, { [number]: '<</Producer(proba)>>' }, { Info: `${number} 0 R` })
  expect(check(await signPdf(described, world.signer))).toBe('valid')
})

/** An update that signs as a program of our own would, so that everything about it can be wrong. */
async function signedBy(
  pdf: Uint8Array,
  holder: Holder,
  wishes: { field?: string; dictionary?: string; range?: (length: number) => string; page?: string } = {},
) {
  const [root, field, signature] = [rootOf(pdf), freeNumber(pdf), freeNumber(pdf) + 1]
  const page = firstPage(pdf)
  const room = 8_000
  const dictionary = `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached${wishes.dictionary ?? ''}/ByteRange[0 ${'?'.repeat(40)}]/Contents<${'0'.repeat(room)}>>>`
  const draft = Buffer.from(
    updated(pdf, {
      [root]: withEntries(documentIn(pdf).root, { AcroForm: `<</Fields[${field} 0 R]/SigFlags 3>>` }),
      [page.number]: withEntries(page.dictionary, { Annots: `[${field} 0 R]` }),
      [field]: `<</FT/Sig/T(s)/Type/Annot/Subtype/Widget/P ${page.number} 0 R/V ${signature} 0 R/Rect[10 10 200 60]${wishes.field ?? ''}>>`,
      [signature]: dictionary,
    }),
  )
  const from = draft.indexOf(`<${'0'.repeat(room)}`)
  const to = from + room + 2
  const range = wishes.range?.(draft.length) ?? `${from} ${to} ${draft.length - to}`
  draft.write(range.padEnd(40), draft.indexOf('?'.repeat(40)), 'latin1')
  const container = await makeContainer({
    holder,
    chain: [world.issuer],
    content: Buffer.concat([draft.subarray(0, from), draft.subarray(to)]),
  })
  draft.write(Buffer.from(container).toString('hex'), from + 1, 'latin1')
  return draft
}

test('SG7 a signature may be seen on a page', async () => {
  expect(check(await signedBy(frozen, world.signer))).toBe('valid')
})

test('SG7 a signature may not cover the page, act, or hold a script', async () => {
  const cover = '/Rect[0 0 595 842]'
  const text = Buffer.from(await signedBy(frozen, world.signer, { field: cover })).toString('latin1')
  // The same key twice can be read in two ways.
  expect(text).toContain('/Rect[10 10 200 60]/Rect')
  expect(check(Buffer.from(text, 'latin1'))).toBe('another-text')
  for (const field of ['/A<</S/JavaScript/JS(1)>>', '/AA<<>>', '/Kids[1 0 R]'])
    expect(check(await signedBy(frozen, world.signer, { field }))).toBe('another-text')
  const wide = changesOf(await signedBy(frozen, world.signer), '/Rect[10 10 200 60]', '/Rect[10 10 599 842]')
  expect(check(wide)).toBe('another-text')
})

test('SG7 many places that cover a page together are refused too', async () => {
  const free = freeNumber(frozen) + 2
  const page = firstPage(frozen)
  const fields = Array.from({ length: 6 }, (_, index) => free + index)
  const place = '<</FT/Sig/T(x)/Type/Annot/Subtype/Widget/Rect[0 0 300 100]>>'
  const prepared = updated(frozen, {
    [rootOf(frozen)]: withEntries(documentIn(frozen).root, { AcroForm: `<</Fields[${fields.map((field) => `${field} 0 R`).join(' ')}]>>` }),
    [page.number]: withEntries(page.dictionary, { Annots: `[${fields.map((field) => `${field} 0 R`).join(' ')}]` }),
    ...Object.fromEntries(fields.map((field) => [field, place])),
  })
  expect(check(prepared)).toBe('another-text')
})

test('SG5 a program may leave its name in a note, and nothing else', () => {
  const noted = (note: string) => {
    const text = Buffer.from(updated(frozen, { [rootOf(frozen)]: withEntries(documentIn(frozen).root, {}) })).toString('latin1')
    const at = text.lastIndexOf('startxref')
    return check(Buffer.from(`${text.slice(0, at)}${note}\n${text.slice(at)}`, 'latin1'))
  }
  expect(noted('%iText-Core-8.0.2 (production version)')).toBe('no-signature')
  for (const note of ['%12 0 obj<<>>endobj', '%%EOF', `%${'x'.repeat(300)}`, '%\u0080', 'x']) expect(noted(note)).toBe('another-text')
})

const changesOf = (pdf: Uint8Array, from: string, to: string): Uint8Array =>
  Buffer.from(Buffer.from(pdf).toString('latin1').replace(from, to.padEnd(from.length)), 'latin1')

test('SG8 a signature that leaves out a part of the file is refused, whatever it says to cover', async () => {
  const [from, to] = [100, 8_102]
  for (const range of [() => `${from} ${to} 50`, () => '0 0 0', (length: number) => `${length} ${length} 0`])
    expect(check(await signedBy(frozen, world.signer, { range }))).toBe('covers-not-all')
  const inside = Buffer.from(signed).lastIndexOf('/ByteRange [0 ')
  const shrunk = new Uint8Array(signed)
  const digit = Buffer.from(signed).indexOf(' ', inside + 14) - 1
  shrunk[digit] = (shrunk[digit] ?? 0) === 0x30 ? 0x31 : 0x30
  expect(check(shrunk)).toBe('covers-not-all')
})

test('SG8 a signature covers the file to its very end', () => {
  expect(check(Buffer.concat([signed, Buffer.from('\n')]))).toBe('covers-not-all')
})

test('SG6 a certifying signature that allows no change is followed by no other', async () => {
  const closing = await signedBy(frozen, world.signer, {
    dictionary: '/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</P 1>>>>]',
  })
  expect(check(closing)).toBe('valid')
  expect(check(await signPdf(closing, world.signer))).toBe('changed-after-signing')
})

test('SG9 zeros and nothing else stand behind the container, in digits of one case', () => {
  const end = Buffer.from(signed).lastIndexOf('00>')
  const other = new Uint8Array(signed)
  other[end] = 0x31
  expect(check(other)).toBe('broken-signature')
})

test('SG5 a document that cannot be read in one way is not issued in the first place', async () => {
  const issued = smallPdf([])
  expect(check(await signedBy(issued, world.signer), issued)).toBe('valid')
})

test('SG4 a program that writes the file anew instead of adding to it has not signed what was issued', async () => {
  const shifted = Buffer.concat([Buffer.from('%PDF-1.7\n'), frozen])
  expect(check(shifted)).toBe('another-text')
})
