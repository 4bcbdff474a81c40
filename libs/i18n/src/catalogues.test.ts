import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { latinTokens, sameInBothScripts } from './catalogue-exceptions.ts'
import { catalogueLoaders } from './catalogues.ts'
import { toLatin } from './transliterate.ts'

type Texts = Record<string, string>
const folder = new URL('./catalogues/', import.meta.url)
const read = (namespace: string, language: string) =>
  JSON.parse(readFileSync(new URL(`${namespace}/${language}.json`, folder), 'utf8')) as Texts

const namespaces = readdirSync(folder)
const base = (key: string) => key.replace(/_(one|few|other)$/, '')
const basesOf = (texts: Texts) => [...new Set(Object.keys(texts).map(base))].sort()
const placeholdersOf = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)[^}]*\}\}/g)].map(([, name]) => name))].sort()
const withoutTokens = (text: string) =>
  text.replaceAll(/\{\{[^}]*\}\}/g, '').replaceAll(new RegExp(`\\b(${latinTokens.join('|')})\\b`, 'g'), '')

/** Every placeholder that a key uses in any of its plural forms. */
const placeholdersByKey = (texts: Texts) => {
  const found = new Map<string, Set<string>>()
  for (const [key, text] of Object.entries(texts))
    for (const name of placeholdersOf(text)) found.set(base(key), (found.get(base(key)) ?? new Set()).add(name ?? ''))
  return Object.fromEntries([...found].map(([key, names]) => [key, [...names].sort()]).sort())
}

const pluralForms = (texts: Texts) => {
  const forms = new Map<string, string[]>()
  for (const key of Object.keys(texts)) {
    const form = /_(one|few|other)$/.exec(key)?.[1]
    if (form !== undefined) forms.set(base(key), [...(forms.get(base(key)) ?? []), form].sort())
  }
  return forms
}

it('every folder of catalogues has its loader, and every loader its folder', () => {
  expect(Object.keys(catalogueLoaders).sort()).toEqual([...namespaces].sort())
})

describe.each(namespaces)('%s', (namespace) => {
  const en = read(namespace, 'en')
  const latin = read(namespace, 'sr-Latn')
  const cyrillic = read(namespace, 'sr-Cyrl')
  const exceptions = new Set(
    sameInBothScripts.filter((name) => name.startsWith(`${namespace}/`)).map((name) => name.slice(namespace.length + 1)),
  )
  const cyrillicTexts = Object.entries(cyrillic).filter(([key]) => !exceptions.has(key))
  const latinTexts = Object.entries(latin).filter(([key]) => !exceptions.has(key))

  it('says the same things in the three languages', () => {
    expect(basesOf(latin)).toEqual(basesOf(en))
    expect(Object.keys(cyrillic).sort()).toEqual(Object.keys(latin).sort())
  })

  it('has no empty text', () => {
    for (const texts of [en, latin, cyrillic]) expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('uses the same placeholders in the three languages', () => {
    expect(placeholdersByKey(latin)).toEqual(placeholdersByKey(en))
    expect(placeholdersByKey(cyrillic)).toEqual(placeholdersByKey(en))
  })

  it('has every plural form that the language needs and no other', () => {
    for (const [key, forms] of pluralForms(en)) expect([key, forms]).toEqual([key, ['one', 'other']])
    for (const texts of [latin, cyrillic])
      for (const [key, forms] of pluralForms(texts)) expect([key, forms]).toEqual([key, ['few', 'one', 'other']])
  })

  it('has no Latin letter in Cyrillic text but in the tokens that may stand there', () => {
    expect(cyrillicTexts.filter(([, text]) => /[A-Za-zČĆŽŠĐčćžšđ]/.test(withoutTokens(text)))).toEqual([])
  })

  it('has no Cyrillic letter in Latin or English text', () => {
    for (const texts of [latinTexts, Object.entries(en).filter(([key]) => !exceptions.has(key))])
      expect(texts.filter(([, text]) => /\p{Script=Cyrillic}/u.test(text))).toEqual([])
  })

  it('is in Latin script what it is in Cyrillic', () => {
    expect(Object.fromEntries(latinTexts)).toEqual(Object.fromEntries(cyrillicTexts.map(([key, text]) => [key, toLatin(text)])))
  })

  it('uses Serbian quotation marks in Serbian, English ones in English', () => {
    expect([...latinTexts, ...cyrillicTexts].filter(([, text]) => /["”]/.test(text))).toEqual([])
    expect(Object.entries(en).filter(([, text]) => /["„]/.test(text))).toEqual([])
  })
})
