import { PlanTemplateKind, requirements } from '@mreza/contracts-plans'
import { describe, expect, test } from 'vitest'
import { loadDemoPeople, loadDemoReferrals, loadNetworks, loadPlanTemplates, loadRules, loadTemplates, protocolsFolder } from './index.ts'

describe('the library that comes with the product', () => {
  test('every file is good', async () => {
    const all = await Promise.all(
      [loadNetworks, loadTemplates, loadPlanTemplates, loadRules, loadDemoPeople, loadDemoReferrals].map((load) => load(protocolsFolder)),
    )
    expect(all.flatMap((loaded) => loaded.faults)).toEqual([])
  })

  test('the facts of the sources are all there', async () => {
    const { good, national } = await loadNetworks(protocolsFolder)
    const count = (of: (network: (typeof good)[number]) => readonly unknown[]) => good.reduce((sum, network) => sum + of(network).length, 0)
    expect(good.map(({ network }) => network.city).sort()).toEqual([
      'kragujevac',
      'kraljevo',
      'nis',
      'novi-sad',
      'sremska-mitrovica',
      'subotica',
      'vranje',
    ])
    expect(count((network) => network.institutions)).toBe(113)
    expect(count((network) => network.services) + (national?.services.length ?? 0)).toBe(65)
    expect(national?.bodies).toHaveLength(48)
    expect(count((network) => network.agreements)).toBe(80)
    expect(count((network) => network.agreements) + (national?.documents.length ?? 0)).toBe(156)
    expect(national?.regionalExamples).toHaveLength(6)
  })

  test('the six beds that were promised in Niš are recorded as not honoured', async () => {
    const nis = (await loadNetworks(protocolsFolder)).good.find(({ network }) => network.city === 'nis')
    expect(nis?.agreements.find(({ slug }) => slug === 'protocol-nis-safe-house')).toMatchObject({
      status: 'not-honoured',
      obligations: [{ quantity: 6, unit: 'beds' }, {}],
    })
    expect(nis?.services.find(({ slug }) => slug === 'nis-safe-house-care')).toMatchObject({
      capacity: 6,
      acceptsTraffickingVictims: 'promised-not-delivered',
    })
  })

  test('PL8 every rule that asks something of a plan is there, and binds where the plan may not be approved without it', async () => {
    const rules = new Map((await loadRules(protocolsFolder)).good.map((rule) => [rule.id, rule]))
    for (const [kind, { binding, rule }] of Object.entries(requirements)) {
      if (rule === null) continue
      expect(rules.get(rule), kind).toBeDefined()
      if (binding) expect(['legal', 'instruction', 'agreement'], kind).toContain(rules.get(rule)?.force)
    }
  })

  test('there is a template to begin from for every kind of plan, and each is looked at again within six months', async () => {
    const { good } = await loadPlanTemplates(protocolsFolder)
    expect(good.map(({ kind }) => kind).sort()).toEqual([...PlanTemplateKind.options].sort())
    for (const { kind, reviewIn, contact } of good)
      expect([reviewIn, contact].includes(null), kind).toBe(kind === 'conference-contribution')
  })

  test('the demo has a head to sign in each of the four institutions, and two networks between which there are walls', async () => {
    const { good } = await loadDemoPeople(protocolsFolder)
    const heads = good.filter(({ roles }) => roles.includes('head')).map(({ institution }) => institution)
    expect(heads).toEqual(expect.arrayContaining(['nis-swc', 'nis-police', 'nis-schools', 'nis-health']))
    expect(new Set(good.map(({ network }) => network))).toEqual(new Set(['network-nis', 'network-kragujevac', null]))
    expect(new Set(good.flatMap(({ roles }) => roles)).size).toBe(7)
  })
})
