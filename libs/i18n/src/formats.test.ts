import { describe, expect, it } from 'vitest'
import { formatsOf } from './formats.ts'

const sr = formatsOf('sr-Latn')
const cyr = formatsOf('sr-Cyrl')
const en = formatsOf('en')
const now = new Date('2026-03-24T10:10:00Z')
const hours = (count: number) => count * 3_600_000
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('days', () => {
  it.each([
    [sr.fullDate('2026-03-24'), 'utorak, 24. mart 2026.'],
    [cyr.fullDate('2026-03-24'), 'уторак, 24. март 2026.'],
    [en.fullDate('2026-03-24'), 'Tuesday 24 March 2026'],
    [sr.until('2026-04-07T10:00:00Z'), 'do 7. aprila'],
    [cyr.since('2026-03-19T10:00:00Z'), 'од 19. марта'],
    [sr.shortDate('2026-02-01'), '1. 2. 2026.'],
    [sr.date('2026-05-01'), '1. maj 2026.'],
  ])('%s', (said, expected) => expect(said).toBe(expected))

  it('a moment belongs to the day of Belgrade, whatever the machine thinks', () => {
    expect(sr.dayMonth('2026-03-24T23:30:00Z')).toBe('25. mart')
    expect(sr.time('2026-03-24T23:05:00Z')).toBe('0:05')
    expect(sr.time('2026-07-01T12:20:00Z')).toBe('14:20')
  })

  it('says yesterday, today and tomorrow by the calendar, not by hours', () => {
    expect(sr.dayAndTime('2026-03-23T22:59:00Z', now)).toBe('juče, 23:59')
    expect(cyr.dayAndTime('2026-03-24T07:30:00Z', now)).toBe('данас, 8:30')
    expect(en.relativeDay('2026-03-25', now)).toBe('tomorrow')
    expect(sr.relativeDay('2026-03-20', now)).toBe('20. mart')
  })
})

describe('lengths of time', () => {
  it.each([
    [sr.duration(58 * 60_000), '58 min'],
    [sr.duration(hours(3) + 600_000), '3 h 10 min'],
    [sr.duration(hours(45)), '1 dan 21 h'],
    [sr.duration(hours(24)), '1 dan'],
    [sr.duration(hours(24 * 2)), '2 dana'],
    [sr.duration(hours(24 * 12)), '12 dana'],
    [sr.duration(hours(24 * 21)), '21 dan'],
    [cyr.duration(hours(24 * 51)), '51 дан'],
    [en.duration(hours(24)), '1 day'],
    [en.duration(hours(24 * 21)), '21 days'],
    [sr.duration(-5), '0 min'],
  ])('%s', (said, expected) => expect(plain(said)).toBe(expected))

  it('never breaks between a number and its unit', () => expect(sr.duration(hours(3))).toBe('3\u00a0h'))
})

describe('what is left of a deadline', () => {
  it('is relative under two days and a date after', () => {
    expect(plain(sr.timeLeft('2026-03-24T13:20:00Z', now))).toBe('3 h 10 min')
    expect(plain(sr.timeLeft('2026-04-07T10:00:00Z', now))).toBe('do 7. aprila')
  })

  it('is said as lateness once it has passed, from the very moment', () => {
    expect(plain(sr.timeLeft('2026-03-22T10:00:00Z', now))).toBe('za 2 dana')
    expect(plain(cyr.timeLeft('2026-03-24T10:10:00Z', now))).toBe('за 0 min')
    expect(plain(en.timeLeft('2026-03-22T10:00:00Z', now))).toBe('by 2 days')
  })
})

it('lists and numbers follow the language', () => {
  expect(sr.list(['policija', 'škola', 'zdravstvo'])).toBe('policija, škola i zdravstvo')
  expect(cyr.list(['полиција', 'школа'])).toBe('полиција и школа')
  expect(en.list(['police'])).toBe('police')
  expect(sr.number(12345.5)).toBe('12.345,5')
  expect(['Žabalj', 'Čačak', 'Ćuprija', 'Zaječar'].sort(sr.compare)).toEqual(['Čačak', 'Ćuprija', 'Zaječar', 'Žabalj'])
})
