import { useState } from 'react'

const kept = new Map<string, unknown>()

/** A draft that outlives its dialog and page, until it is sent or the workspace is closed; never on disk. The key names person and place. */
export const useKeptDraft = <Draft>(key: string, empty: Draft) => {
  const [draft, show] = useState<Draft>(() => (kept.get(key) as Draft | undefined) ?? empty)
  const change = (next: Draft): void => {
    kept.set(key, next)
    show(next)
  }
  const clear = (): void => {
    kept.delete(key)
    show(empty)
  }
  return { draft, change, clear }
}
