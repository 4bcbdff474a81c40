import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { absence, type City, eventsOf, openCity, whoItIs } from '../city-for-tests.ts'
import type { ConferencesDb } from '../store/executors.ts'
import { announceClocks } from './announce-clocks.ts'

describe('clocks are announced', () => {
  let city: City
  beforeAll(async () => {
    city = await openCity()
    const { welfare, school } = city.institutions
    const sender = await city.worker(school, 'education', ['practitioner'])
    await sender.call.sendReferral({ receiverId: welfare, content: absence, identity: whoItIs })
  })
  afterAll(() => city.dispose())

  const announced = async () => (await eventsOf(city.database)).filter((subject) => subject.includes('.clock.'))
  const look = (hours: number) =>
    announceClocks(city.database.pools('conferences').worker as ConferencesDb, new Date(Date.now() + hours * 3_600_000).toISOString())

  it('CF6 due soon and broken are announced once each, also by two looks at the same time and after an outage', async () => {
    expect(await look(1)).toBe(0)
    await Promise.all([look(19), look(19)])
    expect(await announced()).toEqual(['mreza.conferences.clock.due-soon.v1'])
    await Promise.all([look(400), look(400), look(401)])
    expect(await announced()).toEqual(['mreza.conferences.clock.due-soon.v1', 'mreza.conferences.clock.broken.v1'])
  })

  it('CF25 that nobody answered in time is measured once, of the institution that was asked, and not again when it answers', async () => {
    const measured = async () => (await eventsOf(city.database)).filter((subject) => subject.includes('.duty.'))
    expect(await measured()).toHaveLength(1)
    const receiver = await city.worker(city.institutions.welfare, 'social-welfare', ['practitioner'])
    const [referral] = await receiver.call.listReferrals({ box: 'received' })
    if (referral === undefined) throw new Error('nothing was received')
    await receiver.call.acknowledgeReferral({ referralId: referral.id })
    expect(await measured()).toHaveLength(1)
  })
})
