import { toLatin } from '@mreza/i18n'

type ScriptFault = { readonly path: readonly PropertyKey[]; readonly reason: string }

/** Both scripts must be the same text; the first place where they part is named. */
export const scriptsDiffer = (srLatn: string, srCyrl: string): string | null => {
  const folded = toLatin(srCyrl)
  if (folded === srLatn) return null
  const at = [...folded].findIndex((letter, index) => letter !== srLatn[index])
  return `the Cyrillic and the Latin text differ at “${srLatn.slice(Math.max(0, at - 10), at + 20)}”`
}

/** Every pair of `srLatn` and `srCyrl` in some data that are not the same text. What has no Serbian name in its source is passed over. */
export const scriptFaults = (data: unknown, path: readonly PropertyKey[] = []): readonly ScriptFault[] => {
  if (Array.isArray(data)) return data.flatMap((item, index) => scriptFaults(item, [...path, index]))
  if (typeof data !== 'object' || data === null) return []
  const { srLatn, srCyrl } = data as { srLatn?: unknown; srCyrl?: unknown }
  const reason = typeof srLatn === 'string' && typeof srCyrl === 'string' ? scriptsDiffer(srLatn, srCyrl) : null
  const inside = Object.entries(data).flatMap(([key, value]) => scriptFaults(value, [...path, key]))
  return reason === null ? inside : [{ path: [...path, 'srCyrl'], reason }, ...inside]
}
