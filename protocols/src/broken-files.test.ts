import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadDemoPeople, loadDemoReferrals, loadNetworks, loadPlanTemplates, loadRules, loadTemplates } from './index.ts'
import { libraryCopy } from './library-copy.ts'

const folder = 'templates/intersectoral-cooperation-trafficking'
const template = `${folder}/template.yaml`
const spoilt = 'intersectoral-cooperation-trafficking'

describe('a template with a fault is left out, with the line and the reason', () => {
  test.each([
    ['an unknown key', template, 'kind: protocol', 'kind: protocol\nkindd: protocol', 'kindd', /Unrecognized key/, 1],
    ['a value out of its set', template, 'kind: protocol', 'kind: treaty', 'kind', /Invalid option/, 0],
    ['a language missing', template, '  en: Protocol on', '  de: Protokoll\n  xx: Protocol on', 'title.en', /expected string/, -1],
    [
      'a step that waits for a step that is not there',
      template,
      'trigger: case-opened',
      'trigger: step:nobody',
      'procedure.stages.1.steps.0.trigger',
      /there is no step nobody/,
      0,
    ],
    [
      'a step that waits for itself',
      template,
      'trigger: case-opened',
      'trigger: step:name-case-manager',
      'procedure.stages.1.steps.0.trigger',
      /waits for itself/,
      0,
    ],
    [
      'a step id that stands twice',
      template,
      'id: set-priority',
      'id: confirm-receipt',
      'procedure.stages.0.steps.1.id',
      /stands twice/,
      0,
    ],
    [
      'an article that is not there',
      template,
      'articleNumber: 5',
      'articleNumber: 50',
      'procedure.stages.0.steps.0.articleNumber',
      /no article 50/,
      0,
    ],
    [
      'a rule that is not there',
      template,
      'ruleId: assign-case-manager',
      'ruleId: assign-nobody',
      'procedure.stages.1.steps.0.ruleId',
      /no rule assign-nobody/,
      0,
    ],
    [
      'a document that is not there',
      template,
      'document: criminal-code',
      'document: criminal-kode',
      'sources.3.document',
      /no document criminal-kode/,
      0,
    ],
    [
      'a sector that is not required but must sign',
      template,
      '    required: true',
      '    required: false',
      'entryIntoForce.requiredSectors.0',
      /not required/,
      null,
    ],
    [
      'a deadline that runs from its own end',
      template,
      'countsFrom: case-opened',
      'countsFrom: step:name-case-manager',
      'procedure.stages.1.steps.0.deadline.countsFrom',
      /runs from its own end/,
      0,
    ],
    [
      'an obligation that nobody owns',
      template,
      'party: prosecution',
      'party: media',
      'obligations.6.party',
      /the sector media has no place among the parties/,
      0,
    ],
    ['a sector that is not there', template, 'party: prosecution', 'party: circus', 'obligations.6.party', /Invalid option/, 0],
    [
      'a step of a sector that is no party',
      template,
      'actor: { sector: social-welfare }',
      'actor: { sector: court }',
      'procedure.stages.0.steps.0.actor',
      /the sector court has no place/,
      0,
    ],
    [
      'a rule that lets somebody tell who is no party',
      template,
      'from: prosecution',
      'from: court',
      'informationRules.7.from',
      /the sector court has no place/,
      0,
    ],
    [
      'an article that binds what is not there',
      template,
      '- { number: 12 }',
      '- { number: 12, binds: [ annexes ] }',
      'articles.11.binds.0',
      /binds annexes, and there is none/,
      0,
    ],
    [
      'a part that no article puts into words',
      template,
      '- { number: 13, binds: [ obligations ] }',
      '- { number: 13 }',
      'obligations',
      /no article puts obligations into words/,
      null,
    ],
    [
      'an indicator without a source',
      template,
      '    source: { kind: computed, figure: referral-answered-in-time }\n',
      '',
      'indicators.0.source',
      /expected/,
      null,
    ],
    [
      'an indicator that a sector reports which is no party',
      template,
      'kind: reported\n      by: social-welfare',
      'kind: reported\n      by: court',
      'indicators.3.source.by',
      /the sector court has no place/,
      null,
    ],
    [
      'a deadline in the data that the article does not have',
      template,
      'noticeBefore: { amount: 2, unit: working-day }',
      'noticeBefore: { amount: 7, unit: working-day }',
      'conferenceRule.noticeBefore',
      /article 9 does not say 7 working-day in articles\.en\.md/,
      0,
    ],
    [
      'text in the two scripts that differs',
      template,
      'srCyrl: Потврдити пријем',
      'srCyrl: Потврдити одлазак',
      'procedure.stages.0.steps.0.title.srCyrl',
      /differ at/,
      0,
    ],
  ])('%s', async (_what, file, from, to, path, reason, below) => {
    await using library = await libraryCopy()
    const line = await library.spoil(file, from, to)
    const { good, faults } = await loadTemplates(library.folder)
    expect(good.map(({ id }) => id)).not.toContain(spoilt)
    const fault = faults.find((each) => each.path === path)
    expect(fault?.reason).toMatch(reason)
    expect(fault?.file).toBe(join(library.folder, file))
    if (below !== null) expect(fault?.line).toBe(line + below)
  })

  test('a deadline of the law that was softened', async () => {
    await using library = await libraryCopy()
    await library.spoil(template, 'duration: { amount: 72, unit: hour }', 'duration: { amount: 96, unit: hour }')
    const { good, faults } = await loadTemplates(library.folder)
    expect(good.map(({ id }) => id)).not.toContain(spoilt)
    expect(faults).toMatchObject([
      { path: 'procedure.stages.2.steps.0.deadline', reason: 'is not the deadline of the rule priority-urgent-72h' },
    ])
  })

  test.each([
    [
      'a paragraph that one language lacks',
      `${folder}/articles.sr-Latn.md`,
      '2. Cilj Protokola je',
      'Cilj Protokola je',
      /neither a title/,
    ],
    [
      'an article out of order',
      `${folder}/articles.en.md`,
      '## Article 3. Principles',
      '## Article 4. Principles',
      /article 3 is expected/,
    ],
    [
      'a Cyrillic paragraph that says something else',
      `${folder}/articles.sr-Cyrl.md`,
      'у року од 24 часа',
      'у року од 48 часа',
      /differ at/,
    ],
  ])('%s', async (_what, file, from, to, reason) => {
    await using library = await libraryCopy()
    await library.spoil(file, from, to)
    const { good, faults } = await loadTemplates(library.folder)
    expect(good.map(({ id }) => id)).not.toContain(spoilt)
    expect(faults.some((fault) => fault.file.endsWith(file) && reason.test(fault.reason))).toBe(true)
  })

  test('a procedure without a rule for conferences', async () => {
    await using library = await libraryCopy()
    const text = await readFile(join(library.folder, template), 'utf8')
    const without = text.replace(/conferenceRule:\n[\s\S]*?(?=informationRules:)/u, 'conferenceRule: null\n\n')
    await writeFile(join(library.folder, template), without.replace('[ conference-rule, procedure ]', '[ procedure ]'))
    expect((await loadTemplates(library.folder)).faults).toMatchObject([
      { path: 'conferenceRule', reason: 'a procedure and a rule for conferences go together' },
    ])
  })

  test('a deadline in the words that the data does not have, in one language', async () => {
    await using library = await libraryCopy()
    await library.spoil(`${folder}/articles.en.md`, 'within 24 hours of the referral', 'within 48 hours of the referral')
    const { good, faults } = await loadTemplates(library.folder)
    expect(good.map(({ id }) => id)).not.toContain(spoilt)
    expect(faults).toMatchObject([
      { path: 'procedure.stages.0.steps.0.deadline', reason: 'article 5 does not say 24 hour in articles.en.md' },
    ])
  })

  test('a text that is missing', async () => {
    await using library = await libraryCopy()
    await rm(join(library.folder, folder, 'articles.en.md'))
    expect((await loadTemplates(library.folder)).faults).toMatchObject([{ line: 1, reason: 'cannot be read: it does not exist' }])
  })

  test('the others stay in use', async () => {
    await using library = await libraryCopy()
    await mkdir(join(library.folder, 'templates', 'broken'))
    await writeFile(join(library.folder, 'templates', 'broken', 'template.yaml'), 'id: [unclosed\nversion: 1\n')
    const { good, faults } = await loadTemplates(library.folder)
    expect(good.map(({ id }) => id)).toContain(spoilt)
    expect(faults[0]).toMatchObject({
      file: join(library.folder, 'templates/broken/template.yaml'),
      line: 2,
      reason: expect.stringContaining('not valid YAML'),
    })
  })
})

describe('a network with a fault is left out, and the six others stay', () => {
  test.each([
    ['a party that is not there', 'networks/nis.yaml', 'provider: nis-safe-house', 'provider: nis-nowhere', /no institution nis-nowhere/],
    ['an institution that stands twice', 'networks/vranje.yaml', 'slug: vranje-hppo', 'slug: vranje-police', /stands twice/],
    ['an institution of another city', 'networks/vranje.yaml', 'slug: vranje-hppo', 'slug: nis-hppo', /in another file/],
    [
      'a memorandum that is not there',
      'networks/subotica.yaml',
      'memorandum: mou-network-subotica',
      'memorandum: mou-network-nis',
      /no agreement/,
    ],
    ['a source left out', 'networks/kraljevo.yaml', '  sources:', '  source:', /Unrecognized key|expected array/],
    ['a capacity in words', 'networks/nis.yaml', 'capacity: 6', 'capacity: six', /expected number/],
  ])('%s', async (_what, file, from, to, reason) => {
    await using library = await libraryCopy()
    await library.spoil(file, from, to)
    const { good, faults, national } = await loadNetworks(library.folder)
    expect(good).toHaveLength(6)
    expect(national).not.toBeNull()
    expect(faults.every((fault) => fault.file === join(library.folder, file))).toBe(true)
    expect(faults.some((fault) => reason.test(fault.reason) && fault.line > 1)).toBe(true)
  })

  test('while the national file is at fault the cities stay, and templates and people are judged without it', async () => {
    await using library = await libraryCopy()
    await writeFile(join(library.folder, 'networks/national.yaml'), 'bodies: []\n')
    const { good, national, faults } = await loadNetworks(library.folder)
    expect(good).toHaveLength(7)
    expect(national).toBeNull()
    expect(faults.length).toBeGreaterThan(0)
    expect((await loadTemplates(library.folder)).faults).toEqual([])
    expect((await loadDemoPeople(library.folder)).good).toHaveLength(22)
  })
})

describe('rules, people and referrals', () => {
  test('a rule that stands twice, a person without a place and a sender who is nobody are told', async () => {
    await using library = await libraryCopy()
    await library.spoil('rules.yaml', 'id: priority-urgent-72h', 'id: priority-immediate-24h')
    await library.spoil('demo/people.yaml', 'institution: nis-nes', 'institution: nis-circus')
    await library.spoil('demo/scenario-school-absence.yaml', 'sender: tamara-nikolic', 'sender: nobody')
    expect((await loadRules(library.folder)).faults).toMatchObject([{ reason: 'the rule priority-immediate-24h stands twice' }])
    expect((await loadDemoPeople(library.folder)).faults).toMatchObject([{ reason: 'there is no institution nis-circus' }])
    await library.spoil('demo/people.yaml', 'institution: nis-circus', 'institution: nis-nes')
    expect(await loadDemoReferrals(library.folder)).toMatchObject({ good: [], faults: [{ reason: 'there is no demo person nobody' }] })
  })
})

describe('nothing throws', () => {
  test.each([
    ['a folder that is not there', async (folder: string) => rm(folder, { recursive: true })],
    [
      'files that are folders',
      async (folder: string) => {
        await rm(join(folder, 'rules.yaml'))
        await mkdir(join(folder, 'rules.yaml'))
      },
    ],
    ['an alias that grows without end', async (folder: string) => writeFile(join(folder, 'rules.yaml'), bomb)],
    ['bytes that are no text', async (folder: string) => writeFile(join(folder, 'rules.yaml'), Buffer.from([0, 255, 254, 128, 10, 58, 9]))],
    ['an empty file', async (folder: string) => writeFile(join(folder, 'rules.yaml'), '')],
    [
      'a file without the right to read it',
      async (folder: string) => chmod(join(folder, 'rules.yaml'), 0o000).then(() => writeFileWhenRoot(folder)),
    ],
  ])('%s', async (_what, spoil) => {
    await using library = await libraryCopy()
    await spoil(library.folder)
    const { good, faults } = await loadRules(library.folder)
    expect(good).toEqual([])
    expect(faults.length).toBeGreaterThan(0)
    for (const load of [loadNetworks, loadTemplates, loadDemoPeople, loadDemoReferrals])
      await expect(load(library.folder)).resolves.toBeDefined()
  })
})

const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'
  .split('')
  .map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefg'[index]}`).join(', ')}]`)
  .join('\n')}\n`

/** Root may read everything, so for root the file is spoilt as well. */
const writeFileWhenRoot = async (folder: string) => {
  if (process.getuid?.() === 0) await writeFile(join(folder, 'rules.yaml'), 'rules: none\n')
}

describe('a template of plans with a fault is left out, with the line and the reason', () => {
  const file = 'plans/child-plan.yaml'
  test.each([
    ['a rule that is not there', 'rule: school-absence', 'rule: school-nowhere', 'areas.4.required.rule', /no rule school-nowhere/],
    ['an area that is not there', 'area: area-family', 'area: area-stars', 'areas.3.area', /Invalid option/],
    ['a sector that is not there', 'sector: education', 'sector: teaching', 'areas.0.goals.0.activities.1.sector', /Invalid option/],
    ['an area that stands twice', 'area: area-family', 'area: area-guardianship', 'areas.3.area', /stands twice/],
    ['a review after more than six months', 'amount: 2', 'amount: 7', 'reviewIn', /six months/],
    ['a name that is not the file’s', 'id: child-plan', 'id: childrens-plan', 'id', /name of its file/],
    ['text in the two scripts that differs', 'srCyrl: Дете побегне', 'srCyrl: Дете остане', 'risks.1.what.srCyrl', /differ at/],
  ])('%s', async (_what, from, to, path, reason) => {
    await using library = await libraryCopy()
    await library.spoil(file, from, to)
    const { good, faults } = await loadPlanTemplates(library.folder)
    expect(good.map(({ id }) => id)).not.toContain('child-plan')
    expect(good).toHaveLength(4)
    const fault = faults.find((each) => each.path === path)
    expect(fault?.reason).toMatch(reason)
    expect(fault?.file).toBe(join(library.folder, file))
  })

  test('an area that binds must name a rule that binds', async () => {
    await using library = await libraryCopy()
    const line = await library.spoil(file, 'binding: false\n      rule: school-absence', 'binding: true\n      rule: school-absence')
    const { faults } = await loadPlanTemplates(library.folder)
    expect(faults).toMatchObject([{ path: 'areas.4.required.binding', reason: 'the rule school-absence does not bind', line }])
  })
})
