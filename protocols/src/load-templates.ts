import { join } from 'node:path'
import type { Template } from '@mreza/contracts-agreements'
import { loadAgreementText } from './article-text.ts'
import type { Fault, Loaded } from './fault.ts'
import { folderEntries } from './folder-entries.ts'
import { type InThreeLanguages, joinAnnexes, joinArticles } from './join-articles.ts'
import { loadNational } from './load-networks.ts'
import { loadRules } from './load-rules.ts'
import type { FaultAt } from './place-finder.ts'
import { readYaml } from './read-yaml.ts'
import { TemplateFile } from './template-file.ts'
import { type TemplateSurroundings, templateFaults } from './template-references.ts'
import { wordFaults } from './words-and-data.ts'

type Outcome = { readonly template: Template } | { readonly faults: readonly Fault[] }

const surroundingsOf = async (protocolsFolder: string): Promise<TemplateSurroundings> => {
  const [rules, national] = await Promise.all([loadRules(protocolsFolder), loadNational(protocolsFolder)])
  return {
    rules: rules.faults.length > 0 ? null : new Map(rules.good.map((rule) => [rule.id, rule])),
    documents: national === null ? null : new Set(national.documents.map((document) => document.slug)),
  }
}

const loadTexts = async (folder: string): Promise<InThreeLanguages | { readonly faults: readonly Fault[] }> => {
  const names = ['articles.en.md', 'articles.sr-Latn.md', 'articles.sr-Cyrl.md']
  const texts = await Promise.all(names.map((name) => loadAgreementText(join(folder, name))))
  const faults = texts.flatMap((text) => ('faults' in text ? text.faults : []))
  const [en, srLatn, srCyrl] = texts.flatMap((text) => ('faults' in text ? [] : [text]))
  return en === undefined || srLatn === undefined || srCyrl === undefined ? { faults } : { en, srLatn, srCyrl }
}

const faultsOf = (outcome: object): readonly Fault[] => ('faults' in outcome ? (outcome.faults as readonly Fault[]) : [])

const titleFaults = (file: TemplateFile, texts: InThreeLanguages, faultAt: FaultAt): Fault[] =>
  (['en', 'srLatn', 'srCyrl'] as const).flatMap((language) =>
    texts[language].title === file.title[language] ? [] : [faultAt(['title', language], `is not the title of ${texts[language].file}`)],
  )

const assemble = (file: TemplateFile, texts: InThreeLanguages, faultAt: FaultAt): Outcome => {
  const joined = joinArticles(texts, file.articles)
  const annexed = joinAnnexes(texts, file.annexes ?? [])
  const faults = [...titleFaults(file, texts, faultAt), ...faultsOf(joined), ...faultsOf(annexed)]
  if (faults.length > 0 || 'faults' in joined || 'faults' in annexed) return { faults }
  const { annexes: _, ...rest } = file
  const annexes = annexed.annexes.length === 0 ? {} : { annexes: annexed.annexes }
  return { template: { ...rest, articles: joined.articles, ...annexes } }
}

const loadTemplate = async (folder: string, name: string, surroundings: TemplateSurroundings): Promise<Outcome> => {
  const [read, texts] = await Promise.all([readYaml(join(folder, name, 'template.yaml'), TemplateFile), loadTexts(join(folder, name))])
  if ('faults' in read) return { faults: [...read.faults, ...('faults' in texts ? texts.faults : [])] }
  const misnamed = read.value.id === name ? [] : [read.faultAt(['id'], `is not the name of its folder, ${name}`)]
  const faults = [...misnamed, ...templateFaults(read.value, read.faultAt, surroundings)]
  if ('faults' in texts) return { faults: [...faults, ...texts.faults] }
  const whole = assemble(read.value, texts, read.faultAt)
  if (faults.length > 0 || 'faults' in whole) return { faults: [...faults, ...faultsOf(whole)] }
  const unsaid = wordFaults(whole.template, read.faultAt)
  return unsaid.length > 0 ? { faults: unsaid } : whole
}

/**
 * Loads the library `protocols/templates`: each folder is one template (`template.yaml` and its articles in three languages).
 * A template with a fault is left out alone. Faults of the rules and networks that it refers to are told by their own loaders.
 */
export const loadTemplates = async (protocolsFolder: string): Promise<Loaded<Template>> => {
  const folder = join(protocolsFolder, 'templates')
  const [{ names, faults }, surroundings] = await Promise.all([folderEntries(folder, 'folders'), surroundingsOf(protocolsFolder)])
  const outcomes = await Promise.all(names.map((name) => loadTemplate(folder, name, surroundings)))
  return {
    good: outcomes.flatMap((outcome) => ('template' in outcome ? [outcome.template] : [])),
    faults: [...faults, ...outcomes.flatMap((outcome) => ('faults' in outcome ? outcome.faults : []))],
  }
}
