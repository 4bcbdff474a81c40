import type { Language } from '@mreza/contracts-kernel'
import type administration from './catalogues/administration/en.json'
import type agreementPrint from './catalogues/agreement-print/en.json'
import type cases from './catalogues/cases/en.json'
import type conference from './catalogues/conference/en.json'
import type directory from './catalogues/directory/en.json'
import type inbox from './catalogues/inbox/en.json'
import type obligations from './catalogues/obligations/en.json'
import type plan from './catalogues/plan/en.json'
import type planPrint from './catalogues/plan-print/en.json'
import type protocols from './catalogues/protocols/en.json'
import type refusals from './catalogues/refusals/en.json'
import type shell from './catalogues/shell/en.json'
import type today from './catalogues/today/en.json'
import type tracker from './catalogues/tracker/en.json'
import type ui from './catalogues/ui/en.json'
import type words from './catalogues/words/en.json'

/** The catalogues by namespace: one per room or context, so that each has one keeper. */
export interface Catalogues {
  readonly shell: typeof shell
  readonly ui: typeof ui
  readonly words: typeof words
  readonly refusals: typeof refusals
  readonly today: typeof today
  readonly cases: typeof cases
  readonly conference: typeof conference
  readonly directory: typeof directory
  readonly protocols: typeof protocols
  readonly obligations: typeof obligations
  readonly tracker: typeof tracker
  readonly inbox: typeof inbox
  readonly plan: typeof plan
  readonly 'plan-print': typeof planPrint
  readonly 'agreement-print': typeof agreementPrint
  readonly administration: typeof administration
}
/** The name of a catalogue. */
export type Namespace = keyof Catalogues

type WithoutPlural<Key> = Key extends `${infer Base}_${'one' | 'few' | 'other'}` ? Base : Key
/** The keys that a catalogue has; a plural is asked for by its base with `count`. A key that is not there does not compile. */
export type TextKey<N extends Namespace> = WithoutPlural<keyof Catalogues[N] & string>

/** One catalogue in one language as it lies in its file. */
export type CatalogueFile = Readonly<Record<string, string>>
type Load = () => Promise<{ default: CatalogueFile }>

/** How each catalogue is fetched: only the language in use ever is. */
export const catalogueLoaders: Readonly<Record<Namespace, Readonly<Record<Language, Load>>>> = {
  shell: {
    en: () => import('./catalogues/shell/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/shell/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/shell/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  ui: {
    en: () => import('./catalogues/ui/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/ui/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/ui/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  words: {
    en: () => import('./catalogues/words/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/words/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/words/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  refusals: {
    en: () => import('./catalogues/refusals/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/refusals/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/refusals/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  today: {
    en: () => import('./catalogues/today/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/today/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/today/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  cases: {
    en: () => import('./catalogues/cases/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/cases/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/cases/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  conference: {
    en: () => import('./catalogues/conference/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/conference/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/conference/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  directory: {
    en: () => import('./catalogues/directory/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/directory/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/directory/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  administration: {
    en: () => import('./catalogues/administration/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/administration/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/administration/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  protocols: {
    en: () => import('./catalogues/protocols/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/protocols/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/protocols/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  obligations: {
    en: () => import('./catalogues/obligations/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/obligations/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/obligations/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  tracker: {
    en: () => import('./catalogues/tracker/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/tracker/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/tracker/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  inbox: {
    en: () => import('./catalogues/inbox/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/inbox/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/inbox/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  plan: {
    en: () => import('./catalogues/plan/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/plan/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/plan/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  'plan-print': {
    en: () => import('./catalogues/plan-print/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/plan-print/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/plan-print/sr-Cyrl.json', { with: { type: 'json' } }),
  },
  'agreement-print': {
    en: () => import('./catalogues/agreement-print/en.json', { with: { type: 'json' } }),
    'sr-Latn': () => import('./catalogues/agreement-print/sr-Latn.json', { with: { type: 'json' } }),
    'sr-Cyrl': () => import('./catalogues/agreement-print/sr-Cyrl.json', { with: { type: 'json' } }),
  },
}
