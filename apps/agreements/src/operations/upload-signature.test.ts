import { createHash } from 'node:crypto'
import type { AgreementDetail } from '@mreza/contracts-agreements'
import { asSubject, asWorker } from '@mreza/db'
import {
  anchorOf,
  documentOf,
  issue,
  makeContainer,
  makeWorld,
  rootOf,
  type SigningWorld,
  signerOf,
  signPdf,
  trustFolder,
  trustIn,
  updated,
} from '@mreza/signatures/for-tests'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type City, deedsOf, type Institution, openWorld, type Person, sentIn, toldOf, type World } from '../agreements-for-tests.ts'

let signing: SigningWorld
let world: World
let city: City
let sealed: Uint8Array
let agreement: AgreementDetail

beforeAll(async () => {
  signing = await makeWorld()
  sealed = await documentOf('Član 1. Strane sarađuju.')
  world = await openWorld({ trustFolder: await trustFolder(trustIn(anchorOf(signing.root))) })
})
afterAll(() => world.dispose())

/** An agreement that was sent, with its text sealed in one language. */
beforeEach(async () => {
  city = await world.foundCity()
  agreement = await sentIn(city)
  await world.admin.deleteFrom('sealed_document').where('agreement_id', '=', agreement.id).execute()
  await world.admin
    .insertInto('sealed_document')
    .values({
      agreement_id: agreement.id,
      network_id: agreement.networkId,
      language: 'sr-Latn',
      bytes: Buffer.from(sealed),
      sha256: createHash('sha256').update(sealed).digest('hex'),
      made_at: new Date().toISOString(),
    })
    .execute()
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const upload = async (institution: Institution, file: Uint8Array, format: 'pades' | 'cms' = 'pades') =>
  (await world.signIn(institution, 'head')).calls.uploadSignature({
    agreementId: agreement.id,
    textHash: agreement.textHash ?? '',
    format,
    file: base64(file),
  })
const standingOf = ({ parties }: AgreementDetail, { id }: Institution) =>
  parties.find(({ institutionId }) => institutionId === id)?.standing
const refused = (code: string) => ({ code, field: 'file' })

describe('a signature that was made elsewhere', () => {
  it('AG33: a signed PDF signs for the party, with what was found of signer, certificate, time and trust', async () => {
    const file = await signPdf(sealed, signing.signer)
    const signed = await upload(city.police, file)
    expect(standingOf(signed, city.police)).toMatchObject({
      state: 'signed',
      textHash: agreement.textHash,
      entitlement: { as: 'head' },
      how: {
        method: 'uploaded',
        format: 'pades',
        fileHash: createHash('sha256').update(file).digest('hex'),
        signer: 'Jelena Probić, Proba, RS',
        certificate: { issuer: 'Probni izdavalac, Proba, RS' },
        stampedAt: null,
        trust: 'qualified',
        revocation: 'not-checked',
      },
    })
    expect(await deedsOf(world, agreement.id)).toContain('sign-agreement')
    const told = (await toldOf(world, agreement.id)).at(-1)
    expect(told?.subject).toContain('signed')
    expect(JSON.stringify(told)).not.toContain('Probić')
  })

  it('AG33: a signature beside the sealed text signs as well', async () => {
    const file = await makeContainer({ holder: signing.signer, chain: [signing.issuer], content: sealed, claimed: new Date() })
    expect(standingOf(await upload(city.police, file, 'cms'), city.police)).toMatchObject({ how: { method: 'uploaded', format: 'cms' } })
  })

  it('AG33: a file goes from hand to hand, and each party signs with the last signature in it', async () => {
    const first = await signPdf(sealed, signing.signer)
    await upload(city.police, first)
    const second = await signPdf(first, await signerOf(signing))
    expect(standingOf(await upload(city.school, second), city.school)).toMatchObject({ how: { signer: 'Marko Probić, Proba, RS' } })
  })

  it('AG33: no certificate signs for two parties', async () => {
    const file = await signPdf(sealed, signing.signer)
    await upload(city.police, file)
    await expect(upload(city.school, file)).rejects.toMatchObject(refused('signature-of-another-party'))
    await expect(upload(city.school, await signPdf(sealed, signing.signer))).rejects.toMatchObject(refused('signature-of-another-party'))
    await expect(upload(city.police, file)).rejects.toMatchObject({ code: 'already-signed' })
  })

  it('AG33: what does not hold is refused, each for its reason, and leaves nothing', async () => {
    const good = await signPdf(sealed, signing.signer)
    const stranger = await issue(await issue(null, { name: 'Tuđi koren', authority: true }), { name: 'Stranac' })
    const hourAgo = new Date(Date.now() - 3_600_000)
    const wrong: [Uint8Array, string][] = [
      [await signPdf(await documentOf('Drugi tekst.'), signing.signer), 'signature-of-another-text'],
      [updated(good, { [rootOf(good)]: '<</Type/Catalog>>' }), 'signature-changed-after'],
      [sealed, 'signature-missing'],
      [Buffer.from('no pdf'), 'signature-file-not-readable'],
      [await signPdf(sealed, stranger), 'signature-not-trusted'],
      [await signPdf(sealed, await signerOf(signing, { until: hourAgo })), 'signature-certificate-expired'],
      [await signPdf(sealed, await signerOf(signing, { usage: 0x20 })), 'signature-not-for-signing'],
      [await signPdf(sealed, await signerOf(signing, { key: 'RSA-1024' })), 'signature-too-weak'],
      [await signPdf(sealed, signing.signer, { claimed: new Date(Date.now() + 7_200_000) }), 'signature-time-impossible'],
    ]
    for (const [file, code] of wrong) await expect(upload(city.police, file), code).rejects.toMatchObject(refused(code))
    const beside = await makeContainer({ holder: signing.signer, chain: [signing.issuer], content: Buffer.from('x') })
    await expect(upload(city.police, beside, 'cms')).rejects.toMatchObject(refused('signature-of-another-text'))
    await expect(upload(city.police, Buffer.from('x'), 'cms')).rejects.toMatchObject(refused('signature-file-not-readable'))
    expect(await world.admin.selectFrom('signature_file').select('sha256').where('agreement_id', '=', agreement.id).execute()).toEqual([])
    expect(await deedsOf(world, agreement.id)).not.toContain('sign-agreement')
  })

  it('AG4 AG5 AG33: the rules of every signature hold: who may, for which text, and once it is sealed', async () => {
    const file = base64(await signPdf(sealed, signing.signer))
    const of = { agreementId: agreement.id, textHash: agreement.textHash ?? '', format: 'pades', file } as const
    const practitioner = (await world.signIn(city.police, 'practitioner')).calls
    await expect(practitioner.uploadSignature(of)).rejects.toMatchObject({ code: 'not-allowed' })
    const head = (await world.signIn(city.police, 'head')).calls
    await expect(head.uploadSignature({ ...of, textHash: '0'.repeat(64) })).rejects.toMatchObject({ code: 'text-is-another' })
    await world.admin.deleteFrom('sealed_document').where('agreement_id', '=', agreement.id).execute()
    await expect(head.uploadSignature(of)).rejects.toMatchObject({ code: 'document-not-made' })
  })
})

describe('the file', () => {
  it('AG34: is given back as it came, to parties, coordinator and officials, and to nobody else', async () => {
    const file = await signPdf(sealed, signing.signer)
    await upload(city.police, file)
    const of = { agreementId: agreement.id, institutionId: city.police.id }
    const given = await city.coordinator.calls.readSignatureFile(of)
    expect(given).toMatchObject({ fileName: `signature-${city.police.id}.pdf`, mediaType: 'application/pdf', bytes: base64(file) })
    await expect(city.coordinator.calls.readSignatureFile({ ...of, institutionId: city.school.id })).rejects.toMatchObject({
      code: 'not-found',
    })
    const auditor = (await world.signIn(city.police, 'auditor')).calls
    await expect(auditor.readSignatureFile(of)).rejects.toMatchObject({ code: 'not-allowed' })
    const other = await world.foundCity()
    await expect(other.coordinator.calls.readSignatureFile(of)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('rows, with the checks of the service out of the way', () => {
  const as = ({ session }: Pick<Person, 'session'>, statement: RawBuilder<unknown>) =>
    asSubject(world.database.pools('agreements').runtime, session.databaseKey, (trx) => statement.execute(trx))
  const closed = /row-level security|permission denied/

  it('AG34: the file is seen by who may read it, changed by nobody, and not seen by the worker', async () => {
    await upload(city.police, await signPdf(sealed, signing.signer))
    const seen = async (person: Person) => (await as(person, sql`select from signature_file`)).rows.length
    const elsewhere = await world.foundCity()
    expect(await seen(await world.signIn(city.school, 'practitioner'))).toBe(1)
    for (const person of [
      elsewhere.coordinator,
      await world.signIn(city.police, 'auditor'),
      await world.signIn(city.centre, 'administrator'),
    ])
      expect(await seen(person)).toBe(0)
    const head = await world.signIn(city.police, 'head')
    for (const statement of [sql`update signature_file set sha256 = 'x'`, sql`delete from signature_file`])
      await expect(as(head, statement)).rejects.toThrow(closed)
    const worker = await asWorker(world.database.pools('agreements').worker, (trx) => sql`select from signature_file`.execute(trx))
    expect(worker.rows).toEqual([])
  })

  it('AG33: a file is kept only by who has just signed with it', async () => {
    const head = await world.signIn(city.police, 'head')
    const by = head.session.subject.personId
    const insert = (person: Person) =>
      as(
        person,
        sql`insert into signature_file (agreement_id, network_id, institution_id, uploaded_by, uploaded_at, format, bytes, sha256, certificate, found)
          values (${agreement.id}, ${agreement.networkId}, ${city.police.id}, ${by}, now(), 'cms', 'x', encode(sha256('x'), 'hex'), ${'0'.repeat(64)}, '{}')`,
      )
    await expect(insert(head)).rejects.toThrow(closed)
    await upload(city.police, await signPdf(sealed, signing.signer))
    await expect(insert(city.coordinator)).rejects.toThrow(closed)
  })
})
