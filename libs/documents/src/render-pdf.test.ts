import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { PrintedDocument } from './printed-document.ts'
import { documentTemplate, renderPdf } from './render-pdf.ts'
import { Typesetter, TypesetterBusy } from './typesetter.ts'

const sr = (text: string) => ({ text, lang: 'sr' })

const document = (words: string): PrintedDocument => ({
  title: sr('Индивидуални план'),
  subtitle: null,
  head: [sr('NI-26-014'), sr('поверљиво')],
  footer: { lines: [sr('Верзија 2')], pages: 'страна {{page}} од {{pages}}' },
  scale: 1,
  keywords: ['sha256:00'],
  blocks: [
    {
      kind: 'part',
      title: sr('Жеље'),
      blocks: [
        { kind: 'own', words: sr(words) },
        { kind: 'list', items: [{ words: sr('Дом здравља'), lines: [sr('018\u00a0000\u00a0001')] }] },
        { kind: 'words', words: { text: 'I want to finish school.', lang: 'en' } },
        {
          kind: 'table',
          columns: [
            { title: sr('Активност'), share: 2 },
            { title: sr('Рок'), share: 1 },
          ],
          rows: [[sr('Упис у школу'), sr('1. 9. 2026.')]],
        },
      ],
    },
  ],
})

/** Everything in the file that can be read without setting it, streams unpacked. */
const inside = (pdf: Uint8Array): string => {
  const bytes = Buffer.from(pdf)
  const found = [bytes.toString('latin1')]
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      found.push(inflateSync(bytes.subarray(at + 7)).toString('latin1'))
    } catch {
      // Not every stream is packed, and "endstream" ends with the same word.
    }
  }
  return found.join('\n')
}

test('PL19 a document is tagged, names its language, has headings, tables with heads, and no script', async () => {
  const pdf = inside(await renderPdf(documentTemplate, document('Хоћу да завршим школу.')))
  expect(pdf).toMatch(/^%PDF-1\.7/)
  for (const sign of [/\/StructTreeRoot/, /\/MarkInfo\s*<<\s*\/Marked true/, /\/Lang \(sr\)/, /\/Lang \(en\)/, /pdfuaid:part>1</])
    expect(pdf).toMatch(sign)
  for (const tag of ['H1', 'Table', 'TH', 'TD', 'P', 'BlockQuote', 'L', 'LI']) expect(pdf).toMatch(new RegExp(`/S /${tag}\\b`))
  expect(pdf).not.toMatch(/\/JavaScript|\/Launch|\/EmbeddedFile|\/URI/)
})

test('T45 what people typed is set as it stands and never read as markup', async () => {
  const hostile = '#panic("out") *no* $x$ @ref <label> \\ ` ``` // /* #include "/etc/passwd" #sys.inputs \u0000 \u202e 😀 {{page}}'
  expect((await renderPdf(documentTemplate, document(hostile))).length).toBeGreaterThan(1_000)
})

test('a document of many pages is set beside the loop, which goes on meanwhile', async () => {
  let turns = 0
  const turning = setInterval(() => {
    turns += 1
  }, 1)
  const pdf = await renderPdf(documentTemplate, document('реч '.repeat(40_000)))
  clearInterval(turning)
  expect(inside(pdf).match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(20)
  expect(turns).toBeGreaterThan(10)
})

test('T28 the queue has an end, and a typesetter that is stopped tells those who wait', async () => {
  const typesetter = new Typesetter()
  const waiting = Array.from({ length: 20 }, () => typesetter.render('#sys.inputs.data', '{}'))
  const told = Promise.allSettled(waiting)
  await expect(typesetter.render('#sys.inputs.data', '{}')).rejects.toThrow(TypesetterBusy)
  await typesetter.stop()
  expect((await told).some(({ status }) => status === 'rejected')).toBe(true)
})

test('T32 a fault of the typesetter tells nothing of the words', async () => {
  const typesetter = new Typesetter()
  const fault = typesetter.render('#panic(sys.inputs.data)', '{"secret":"where she lives"}')
  await expect(fault).rejects.toThrow(Error)
  await expect(fault).rejects.not.toThrow(/lives/)
  await typesetter.stop()
})
