import { beforeAll, expect, test } from 'vitest'
import { checkDetached } from './check-detached.ts'
import { type ContainerWishes, makeContainer, makeTimestamp } from './kit/container-for-tests.ts'
import { makeWorld, sha256, signerOf, type World } from './kit/signing-for-tests.ts'
import { verifyDetachedCms } from './verify.ts'

const content = Buffer.from('{"tekst":"Član 1."}')
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const made = (wishes: Partial<ContainerWishes> = {}): Promise<Uint8Array> =>
  makeContainer({ holder: world.signer, chain: [world.issuer], content, claimed: new Date(), ...wishes })
const check = (container: Uint8Array, over: Uint8Array = content) =>
  checkDetached(container, { content: over, trust: world.trust, at: new Date() })
const reasonFor = async (wishes: Partial<ContainerWishes>): Promise<string> => {
  const verdict = check(await made(wishes))
  return verdict.outcome === 'refused' ? verdict.reason : 'valid'
}

test('SG17 a detached signature over the issued bytes', async () => {
  const container = await made()
  const verdict = check(container)
  expect(verdict).toMatchObject({
    outcome: 'valid',
    signatures: [{ form: 'CAdES', signer: { commonName: 'Jelena Probić' }, time: { kind: 'claimed' } }],
  })
  expect(await verifyDetachedCms(container, { content, trust: world.trust, at: new Date() })).toEqual(verdict)
})

test('SG17 over other bytes it is another text', async () => {
  expect(check(await made(), Buffer.from('{"tekst":"Član 2."}'))).toEqual({ outcome: 'refused', reason: 'another-text', signature: 0 })
  expect(await reasonFor({ attached: true })).toBe('another-text')
})

test('SG14 SG17 a timestamp beside the signature witnesses it, and only it', async () => {
  const timestamp = (signature: Uint8Array) => makeTimestamp(world.stampers, sha256(signature), new Date())
  expect(check(await made({ timestamp }))).toMatchObject({ signatures: [{ time: { kind: 'timestamped', witness: 'Probni žig vremena' } }] })
  expect(await reasonFor({ timestamp: () => makeTimestamp(world.stampers, sha256(content), new Date()) })).toBe('broken-signature')
})

test('SG9 SG17 a signature names its certificate, and that one', async () => {
  expect(await reasonFor({ bound: false })).toBe('broken-signature')
  expect(await reasonFor({ boundTo: world.stampers })).toBe('broken-signature')
})

test('SG10 SG17 a digest by SHA-1 is weak', async () => {
  expect(await reasonFor({ digest: 'SHA-1' })).toBe('weak-algorithm')
})

test('SG10 SG17 RSA is taken, in both paddings', async () => {
  for (const key of ['RSA-2048', 'PSS-2048'] as const) expect(await reasonFor({ holder: await signerOf(world, { key }) })).toBe('valid')
})

test('SG9 SG17 what is no container is none', async () => {
  const container = await made()
  for (const bytes of [
    new Uint8Array(),
    Buffer.from('no container'),
    container.subarray(0, -1),
    Buffer.concat([container, Buffer.from([0])]),
  ])
    expect(check(bytes)).toMatchObject({ reason: 'not-a-signature' })
  expect(await verifyDetachedCms(new Uint8Array(1_000_001), { content, trust: world.trust, at: new Date() })).toMatchObject({
    reason: 'too-large',
  })
})

test('SG9 SG17 a signature whose certificate is not there is broken', async () => {
  const stranger = { ...world.signer, certificate: (await signerOf(world)).certificate }
  expect(await reasonFor({ holder: stranger })).toBe('broken-signature')
})
