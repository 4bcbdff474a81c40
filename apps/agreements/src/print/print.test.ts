import { createHash } from 'node:crypto'
import { directoryOperations } from '@mreza/contracts-directory'
import { type AgreementId, Language } from '@mreza/contracts-kernel'
import { asWorker } from '@mreza/db'
import type { Door } from '@mreza/service'
import { eventually, pdfText } from '@mreza/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type City, deedsOf, draftIn, openWorld, sentIn, signWith, type World } from '../agreements-for-tests.ts'
import { loadAgreement } from '../store/load-agreements.ts'
import type { AgreementsTables } from '../store/tables.ts'
import { composeCertificate } from './compose-certificate.ts'
import { sayingIn } from './saying.ts'

/** The directory of this test: everybody is called by the last letters of their id. */
const directory: Door = async (request) => {
  const asked = JSON.parse(new URL(request.url).searchParams.get('input') ?? '')
  const { institutionIds, personIds } = directoryOperations.nameOnPaper.input.parse(asked)
  const institutions = institutionIds.map((id) => {
    const name = { en: `Institution ${id.slice(-4)}`, srLatn: `Ustanova ${id.slice(-4)}`, srCyrl: `Установа ${id.slice(-4)}` }
    return { id, name, telephones: [] }
  })
  const people = personIds.map((id) => ({
    id,
    institutionId: institutionIds[0],
    displayName: { srLatn: `Osoba ${id.slice(-4)}`, srCyrl: `Особа ${id.slice(-4)}` },
    jobTitle: { en: 'Head', srLatn: 'Direktor', srCyrl: 'Директор' },
    isHead: true,
  }))
  return Response.json({ result: { data: { institutions, people } } })
}

let world: World
let city: City

beforeAll(async () => {
  world = await openWorld({ directory })
  city = await world.foundCity()
})
afterAll(() => world.dispose())

/** The agreement as the service itself sees it. */
const read = (id: AgreementId) =>
  asWorker(world.database.pools<AgreementsTables>('agreements').worker, async (trx) => {
    const found = await loadAgreement(trx, id)
    if (found === undefined) throw new Error('no such agreement')
    return found
  })

const textOf = (file: { bytes: string }) => pdfText(Buffer.from(file.bytes, 'base64')).replaceAll(/\s+/g, ' ')

it('AG31: what is sent is sealed in each language, once; everybody gets the same bytes, and the hash of the text stands in them', async () => {
  const agreement = await sentIn(city)
  const head = await world.signIn(city.police, 'head')
  const print = (language: Language, person = head) => person.calls.printAgreement({ agreementId: agreement.id, language })
  await eventually(() => print('sr-Cyrl'), 30_000)
  const hash = agreement.textHash ?? ''
  const words = { en: 'Institution', 'sr-Latn': 'Ustanova', 'sr-Cyrl': 'Установа' }
  for (const language of Language.options) {
    const file = await print(language)
    expect(createHash('sha256').update(Buffer.from(file.bytes, 'base64')).digest('hex')).toBe(file.sha256)
    const text = textOf(file)
    expect(text).toContain(`${words[language]} ${city.police.id.slice(-4)}`)
    // What the file says of itself, which stands in it unpacked.
    expect(Buffer.from(file.bytes, 'base64').includes(hash)).toBe(true)
    expect(await print(language, city.coordinator)).toEqual(file)
  }
  const stranger = await world.signIn(await world.found('police', (await world.foundCity()).networkId), 'head')
  await expect(print('en', stranger)).rejects.toMatchObject({ code: 'not-found' })
})

it('AG32: the certificate says who signed what, when, how and by what right, and no reason for declining', async () => {
  const agreement = await sentIn(city)
  const head = await world.signIn(city.police, 'head')
  await signWith(head, agreement)
  const secret = 'Between us and nobody else'
  await (await world.signIn(city.health, 'head')).calls.declineAgreement({ agreementId: agreement.id, reason: secret })
  const file = await head.calls.printCertificate({ agreementId: agreement.id, language: 'en' })
  const text = textOf(file)
  for (const said of [
    'Certificate of signing',
    'head of the institution',
    'recorded in Mreža',
    'Confirmed for this signature with the password',
  ])
    expect(text).toContain(said)
  const words = composeCertificate(
    { agreement: await read(agreement.id), sealed: [], printedAt: new Date().toISOString() },
    await sayingIn('en', { institutions: [], people: [] }),
  )
  expect(words.footer.lines[0]?.text.replaceAll(' ', '')).toContain(agreement.textHash)
  expect(Buffer.from(file.bytes, 'base64').includes(agreement.textHash ?? '')).toBe(true)
  expect(text).toContain('Declined for now')
  expect(text).not.toContain(secret)
  expect(await deedsOf(world, agreement.id)).toContain('print-certificate')
  await expect(city.coordinator.calls.printCertificate({ agreementId: (await draftIn(city)).id, language: 'en' })).rejects.toMatchObject({
    code: 'document-not-made',
  })
})
