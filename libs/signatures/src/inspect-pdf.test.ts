import { beforeAll, describe, expect, test } from 'vitest'
import { checkPdf } from './inspect/check-pdf.ts'
import { type PdfLimits, usualLimits } from './inspect/limits.ts'
import { documentOf, makeWorld } from './kit/signing-for-tests.ts'
import { packedStream, smallPdf } from './kit/updates-for-tests.ts'
import { Checker, CheckerBusy } from './thread/checker.ts'
import { inspectPdf, verifySignedPdf } from './verify.ts'

const inspect = (pdf: Uint8Array, limits: Partial<PdfLimits> = {}) => checkPdf(pdf, { ...usualLimits, ...limits })
const reasonFor = async (pdf: Uint8Array, limits: Partial<PdfLimits> = {}): Promise<string> => {
  const inspection = await inspect(pdf, limits)
  return inspection.outcome === 'refused' ? inspection.reason : 'fine'
}

describe('what a PDF is', () => {
  test('SG1 a document of our own is fine, and carries nothing', async () => {
    const pdf = await documentOf('Član 1. '.repeat(2_000))
    expect(await inspect(pdf)).toMatchObject({ outcome: 'fine', carries: [] })
    expect(await inspectPdf(pdf)).toEqual(await inspect(pdf))
  })

  test('SG1 two hundred pages within the limits are fine', async () => {
    const pages = Array.from({ length: 199 }, () => '<</Type/Page/Parent 2 0 R>>')
    const pictures = Array.from({ length: 200 }, () => packedStream(new Uint8Array(1_000_000), 1, '/Subtype/Image/Width 1000/Height 1000'))
    const inspection = await inspect(smallPdf([...pages, ...pictures]))
    expect(inspection).toMatchObject({ outcome: 'fine', pages: 200, unpacked: 200_000_000 })
  })

  test('SG1 what is no PDF is none', async () => {
    for (const text of ['', '%PDF-1.7', 'MZ', '%PDF-1.7\nstartxref\n0\n%%EOF', '<html></html>'])
      expect(await reasonFor(Buffer.from(text))).toBe('not-a-pdf')
  })

  test('SG1 too many bytes, pages or objects, or a picture without end', async () => {
    const pdf = smallPdf(['<</Type/Page>>', 'null'])
    expect(await reasonFor(pdf, { bytes: 100 })).toBe('too-large')
    expect(await reasonFor(pdf, { pages: 1 })).toBe('too-large')
    expect(await reasonFor(pdf, { objects: 4 })).toBe('too-large')
    expect(await reasonFor(smallPdf(['<</Type/Pages/Kids[3 0 R]/Count 2000000>>']))).toBe('too-large')
    expect(await reasonFor(smallPdf(['<</Type/ObjStm/N 900000/First 0/Length 0>>\nstream\n\nendstream']))).toBe('too-large')
    expect(await reasonFor(smallPdf(['<</Subtype/Image/Width 99999/Height 99999/Length 0>>\nstream\n\nendstream']))).toBe('bomb')
    expect(await inspectPdf(pdf, { ...usualLimits, bytes: 100 })).toEqual({ outcome: 'refused', reason: 'too-large' })
  })
})

describe('SG1 a bomb is refused before it is unpacked', () => {
  const large = new Uint8Array(30_000_000)
  const limits = { unpacked: 10_000_000 }
  let runs: string
  let words: string
  beforeAll(() => {
    // Each pair says one byte 128 times.
    runs = `<</Length 200000/Filter/RunLengthDecode>>\nstream\n${'\u0081x'.repeat(100_000)}\nendstream`
    const packed = Buffer.from('800b6050220c0c8501', 'hex').toString('latin1')
    words = `<</Length 9/Filter/LZWDecode>>\nstream\n${packed}\nendstream`
  })

  test('SG1 packed once, twice or three times', async () => {
    for (const times of [1, 2, 3]) expect(await reasonFor(smallPdf([packedStream(large, times)]), limits)).toBe('bomb')
    expect(await reasonFor(smallPdf([packedStream(large)]), { unpacked: 40_000_000 })).toBe('fine')
  })

  test('SG1 in many small parts', async () => {
    const part = packedStream(new Uint8Array(1_000_000))
    expect(await reasonFor(smallPdf(Array.from({ length: 11 }, () => part)), limits)).toBe('bomb')
  })

  test('SG1 damaged at its end', async () => {
    expect(await reasonFor(smallPdf([packedStream(large).replace(/.{5}\nendstream$/su, 'xxxxx\nendstream')]), limits)).toBe('bomb')
  })

  test('SG1 packed in older ways', async () => {
    expect(await reasonFor(smallPdf([runs]), limits)).toBe('bomb')
    expect(await reasonFor(smallPdf([runs]))).toBe('fine')
    expect(await inspect(smallPdf([words]))).toMatchObject({ unpacked: 10 })
    const hex = Buffer.from('ab'.repeat(50)).toString('latin1')
    expect(await inspect(smallPdf([`<</Length 100/Filter/ASCIIHexDecode>>\nstream\n${hex}\nendstream`]))).toMatchObject({ unpacked: 50 })
    expect(await inspect(smallPdf(['<</Length 12/Filter/ASCII85Decode>>\nstream\n87cURD]i~>  \nendstream']))).toMatchObject({ unpacked: 6 })
  })

  test('SG1 objects that unpack to more than anybody needs', async () => {
    const objects = packedStream(new Uint8Array(70_000_000), 1, '/Type/ObjStm/N 0/First 0')
    expect(await reasonFor(smallPdf([objects]))).toBe('bomb')
  })
})

describe('what it carries', () => {
  test.for([
    ['SG2 a script that runs when it is opened', '<</S/JavaScript/JS(app.alert(1))>>', ['scripts']],
    ['SG2 a script whose name is written with escapes', '<</S/J#61v#61Script>>', ['scripts']],
    ['SG2 a program that is started', '<</S/Launch/F(cmd.exe)>>', ['launches']],
    ['SG2 a file inside', '<</Type/Filespec/EF<</F 5 0 R>>>>', ['files']],
    ['SG2 a form of another kind', '<</XFA[]>>', ['xfa']],
    ['SG2 an address, a form that is sent', '<</S/URI/URI(https://example.org)/Next<</S/SubmitForm>>>>', ['leads-elsewhere']],
    ['SG2 a film', '<</Subtype/RichMedia>>', ['media']],
  ] as const)('%s', async ([, object, carries]) => {
    expect(await inspect(smallPdf([object]))).toMatchObject({ outcome: 'fine', carries })
    const held = packedStream(Buffer.from(`4 0 ${object}`), 1, '/Type/ObjStm/N 1/First 4')
    expect(await inspect(smallPdf([held]))).toMatchObject({ outcome: 'fine', carries })
  })

  test('SG2 words that only look like a name are no name', async () => {
    expect(await inspect(smallPdf(['<</Title/JavaScripts>>', packedStream(Buffer.from('/JavaScript'))]))).toMatchObject({ carries: [] })
  })

  test('SG2 an encrypted file is refused', async () => {
    const text = smallPdf(['<</Filter/Standard>>']).toString().replace('trailer\n<<', 'trailer\n<</Encrypt 4 0 R')
    expect(await reasonFor(Buffer.from(text))).toBe('encrypted')
  })
})

describe('SG3 every check ends', () => {
  const deep = smallPdf(['['.repeat(200_000)])
  /** Short objects without end: much to read in few bytes. */
  const long = smallPdf([`[${'1 0 R '.repeat(2_000_000)}]`])

  test('SG3 what is nested without end is no PDF', async () => {
    expect(await reasonFor(deep)).toBe('not-a-pdf')
  })

  test('SG3 a file that takes too much is refused, and the next one is checked', async () => {
    const checker = new Checker({ cpuMs: 1, megabytes: 64, queue: 5 })
    const { trust } = await makeWorld()
    const checking = { frozen: long, trust, at: new Date() }
    const [first, second] = await Promise.all([
      inspectPdf(long, usualLimits, checker),
      verifySignedPdf(long, checking, usualLimits, checker),
    ])
    expect(first).toEqual({ outcome: 'refused', reason: 'too-costly' })
    expect(second).toEqual({ outcome: 'refused', reason: 'too-costly', signature: null })
    const patient = new Checker()
    expect(await inspectPdf(smallPdf([]), usualLimits, patient)).toMatchObject({ outcome: 'fine', pages: 1 })
    await Promise.all([checker.stop(), patient.stop()])
  })

  test('SG3 a file that takes too much memory ends only itself', async () => {
    const checker = new Checker({ cpuMs: 60_000, megabytes: 48, queue: 5 })
    const answers = await Promise.all([inspectPdf(long, usualLimits, checker), inspectPdf(smallPdf([]), usualLimits, checker)])
    expect(answers).toMatchObject([{ reason: 'too-costly' }, { outcome: 'fine' }])
    await checker.stop()
  })

  test('SG3 the queue has an end', async () => {
    const checker = new Checker({ cpuMs: 60_000, megabytes: 64, queue: 1 })
    const first = inspectPdf(smallPdf([]), usualLimits, checker)
    await expect(inspectPdf(smallPdf([]), usualLimits, checker)).rejects.toThrow(CheckerBusy)
    expect(await first).toMatchObject({ outcome: 'fine' })
    await checker.stop()
  })
})
