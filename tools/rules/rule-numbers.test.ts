import { join } from 'node:path'
import { expect, it } from 'vitest'
import { allRules, rulesIn, rulesTitled, testsByRule } from './rule-numbers.ts'

const root = join(import.meta.dirname, '..', '..')

it('a rule is what a SPEC file numbers in bold, and a title is a string that begins with the number', () => {
  expect(rulesIn('- **CF1** A referral (see CF2).\n| **CAL11** | |')).toEqual(['CF1', 'CAL11'])
  expect(rulesTitled("it('CF1 CF14 answers', …) // CF3\n['CAL9, a leap day', 1], `ID7: ends`, 'as CF8 says'")).toEqual([
    'CF1',
    'CF14',
    'CAL9',
    'ID7',
  ])
})

it('no number is given twice', () => {
  const numbers = allRules(root).map(({ number }) => number)
  expect(numbers.length).toBeGreaterThan(90)
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([])
})

it('every rule is carried by the title of a test', () => {
  const tests = testsByRule(root)
  expect(allRules(root).filter(({ number }) => !tests.has(number))).toEqual([])
})

it('no title carries a number that no SPEC file gives', () => {
  const rules = allRules(root)
  const known = new Set(rules.map(({ number }) => number))
  const contexts = new Set(rules.map(({ number }) => number.replace(/\d+$/u, '')))
  const invented = [...testsByRule(root)].filter(([rule]) => contexts.has(rule.replace(/\d+$/u, '')) && !known.has(rule))
  expect(invented).toEqual([])
})
