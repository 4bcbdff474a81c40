import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { issue, listOfWithdrawn } from '../kit/authority-for-tests.ts'
import { loadTrustList } from './load-trust-list.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trust-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = (file: string, content: string | Uint8Array) => writeFile(join(folder, file), content)
const entry = (file: string, more = {}) => ({ file, name: 'Izdavalac', territory: 'RS', qualified: true, for: 'signatures', ...more })
const say = (anchors: unknown[], crls: unknown[] = []) => put('trust-list.json', JSON.stringify({ name: 'proba', anchors, crls }))
const pem = (kind: string, der: Uint8Array) => `-----BEGIN ${kind}-----\n${Buffer.from(der).toString('base64')}\n-----END ${kind}-----\n`

test('SG20 issuers in DER and PEM, with lists of withdrawn certificates', async () => {
  const [one, other] = await Promise.all([issue(null, { name: 'A', authority: true }), issue(null, { name: 'B', authority: true })])
  await put('a.der', one.der)
  await put('b.pem', `Izdavalac B\n${pem('CERTIFICATE', other.der)}`)
  const crl = await listOfWithdrawn(one, [])
  await put('a.crl', pem('X509 CRL', crl))
  await say(
    [entry('a.der'), entry('b.pem', { territory: 'EU', qualified: false, for: 'both', until: '2030-01-01T00:00:00Z' })],
    [{ file: 'a.crl' }],
  )
  const { list, faults } = await loadTrustList(folder)
  expect(faults).toEqual([])
  expect(list).toMatchObject({
    name: 'proba',
    anchors: [
      { territory: 'RS', from: null },
      { territory: 'EU', until: '2030-01-01T00:00:00Z' },
    ],
  })
  expect(Buffer.compare(list.anchors[1]?.der ?? new Uint8Array(), other.der)).toBe(0)
  expect(list.crls).toEqual([crl])
})

test('SG20 each fault stands under its file, and nobody is trusted by mistake', async () => {
  const root = await issue(null, { name: 'A', authority: true })
  const weak = await issue(null, { name: 'W', authority: true, key: 'RSA-1024' })
  await Promise.all([
    put('good.der', root.der),
    put('again.der', root.der),
    put('weak.der', weak.der),
    put('late.der', (await issue(null, { name: 'L', authority: true })).der),
    put('text.pem', 'nothing'),
    put('two.pem', pem('CERTIFICATE', root.der) + pem('CERTIFICATE', weak.der)),
    put('broken.der', root.der.subarray(0, 100)),
    put('unused.der', root.der),
    put('no.crl', pem('X509 CRL', Uint8Array.from([1, 2]))),
  ])
  const files = ['good.der', 'again.der', 'weak.der', 'text.pem', 'two.pem', 'broken.der', 'missing.der']
  const late = entry('late.der', { from: '2026-01-01T00:00:00Z', until: '2025-01-01T00:00:00Z' })
  await say([...files.map((file) => entry(file)), late], [{ file: 'no.crl' }])
  const { list, faults } = await loadTrustList(folder)
  expect(list.anchors.length).toBe(1)
  expect(faults.map(({ file, what }) => `${file}: ${what}`)).toEqual([
    'again.der: the same certificate stands in the list twice',
    'weak.der: its key is too weak to trust',
    'text.pem: it holds no CERTIFICATE',
    'two.pem: it holds 2 of CERTIFICATE; put each into a file of its own',
    'broken.der: it is no certificate',
    'missing.der: it cannot be read',
    'late.der: it is trusted until before it is trusted',
    'no.crl: it is no list of withdrawn certificates',
    'unused.der: trust-list.json does not name it',
  ])
})

test('SG20 a folder that is missing, or says nothing readable, trusts nobody', async () => {
  expect(await loadTrustList(join(folder, 'nowhere'))).toEqual({
    list: { name: '', anchors: [], crls: [] },
    faults: [{ file: 'trust-list.json', what: 'it cannot be read' }],
  })
  await put('trust-list.json', '{')
  expect((await loadTrustList(folder)).faults).toEqual([{ file: 'trust-list.json', what: 'it is no JSON' }])
  await say([entry('../a.der'), entry('b.der', { territory: 'Serbia' })])
  const { list, faults } = await loadTrustList(folder)
  expect(list.anchors).toEqual([])
  expect(faults.map(({ what }) => what.split(':')[0])).toEqual(['anchors.0.file', 'anchors.1.territory'])
})

test('SG20 the list that comes with the library trusts nobody', async () => {
  const { list, faults } = await loadTrustList(join(import.meta.dirname, '../../trust-list'))
  expect({ list, faults }).toEqual({ list: { name: 'empty', anchors: [], crls: [] }, faults: [] })
})
