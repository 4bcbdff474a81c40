import type { Language } from '@mreza/contracts-kernel'
import { createInstance } from 'i18next'
import { catalogueLoaders, type Namespace, type TextKey } from './catalogues.ts'
import { formatsOf } from './formats.ts'

/** Values for the placeholders of a text. Numbers are written as the language writes them; `count` also chooses the plural form. */
export type TextParams = Readonly<Record<string, string | number>>
/** Gives a text of one catalogue in one language. */
export type Texts<N extends Namespace> = (key: TextKey<N>, params?: TextParams) => string

const formatted = (value: string | number | undefined, language: Language): string =>
  typeof value === 'number' ? formatsOf(language).number(value) : (value ?? '')

/** Puts the values into their places, as they are: a text is text everywhere, never markup. */
const fill = (text: string, params: TextParams | undefined, language: Language): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => formatted(params?.[name], language))

const engine = createInstance({
  lng: 'en',
  resources: {},
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  returnNull: false,
  showSupportNotice: false,
} as Parameters<typeof createInstance>[0])
void engine.init()

const loading = new Map<string, Promise<void>>()
const loaded = new Set<string>()
const nameOf = (language: Language, namespace: Namespace) => `${language}/${namespace}`

const load = async (language: Language, namespace: Namespace) => {
  const { default: catalogue } = await catalogueLoaders[namespace][language]()
  engine.addResourceBundle(language, namespace, catalogue)
  loaded.add(nameOf(language, namespace))
}

const loadOnce = (language: Language, namespace: Namespace): Promise<void> => {
  const name = nameOf(language, namespace)
  const known = loading.get(name)
  if (known) return known
  const begun = load(language, namespace).catch((cause: unknown) => {
    loading.delete(name)
    throw cause
  })
  loading.set(name, begun)
  return begun
}

/** Fetches the catalogues that are about to be needed; each only once. A fetch that failed may be tried again. */
export const loadTexts = async (language: Language, ...namespaces: readonly Namespace[]): Promise<void> => {
  await Promise.all(namespaces.map((namespace) => loadOnce(language, namespace)))
}

/** Are these catalogues here already? */
export const hasTexts = (language: Language, ...namespaces: readonly Namespace[]): boolean =>
  namespaces.every((namespace) => loaded.has(nameOf(language, namespace)))

/** The catalogues that have been fetched in any language: what a change of language needs to have at hand. */
export const loadedNamespaces = (): readonly Namespace[] => [
  ...new Set([...loaded].map((name) => name.slice(name.indexOf('/') + 1) as Namespace)),
]

/**
 * The texts of a catalogue that {@link loadTexts} has fetched; the same function each time.
 * @throws RangeError when the catalogue was not fetched, which is a mistake of the caller, never of the person.
 * @example const t = textsOf('sr-Latn', 'today'); t('room.today.waiting', { count: 7 })
 */
export const textsOf = <N extends Namespace>(language: Language, namespace: N): Texts<N> => {
  const name = nameOf(language, namespace)
  if (!hasTexts(language, namespace)) throw new RangeError(`catalogue ${name} is not loaded`)
  const known = givers.get(name)
  if (known !== undefined) return known as Texts<N>
  const translate = engine.getFixedT(language, namespace)
  const texts: Texts<N> = (key, params) =>
    fill(String(translate(key as never, { ...params, skipInterpolation: true } as never)), params, language)
  givers.set(name, texts)
  return texts
}

/** Made once, so that a page may compare them. */
const givers = new Map<string, unknown>()

/** The sentence for a code that arrives at run time (a refusal, a kind from a service), or `undefined` when the catalogue has none. */
export const textForCode = (language: Language, namespace: Namespace, key: string, params?: TextParams): string | undefined => {
  const translate = engine.getFixedT(language, namespace)
  return engine.exists(key, { lng: language, ns: namespace, ...params })
    ? fill(String(translate(key as never, { ...params, skipInterpolation: true } as never)), params, language)
    : undefined
}
