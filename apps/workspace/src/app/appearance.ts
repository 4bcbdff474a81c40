import { useSyncExternalStore } from 'react'

/** System: as the device has it. */
export type Theme = 'system' | 'light' | 'dark'
/** How high the rows are. */
export type Density = 'comfortable' | 'compact'

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const root = () => document.documentElement

/** The person's choice lives on this device only; `public/appearance.js` reads it before the first paint. */
const keep = (key: string, value: string | null) => {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Storage may be closed; the choice then holds until the page is left.
  }
  for (const listener of listeners) listener()
}

const readTheme = (): Theme => (root().dataset.theme === 'light' ? 'light' : root().dataset.theme === 'dark' ? 'dark' : 'system')
const readDensity = (): Density => (root().dataset.density === 'compact' ? 'compact' : 'comfortable')

/** Chooses light, dark, or what the device has. */
export const chooseTheme = (theme: Theme): void => {
  if (theme === 'system') delete root().dataset.theme
  else root().dataset.theme = theme
  keep('mreza.theme', theme === 'system' ? null : theme)
}

/** Chooses the height of rows. */
export const chooseDensity = (density: Density): void => {
  root().dataset.density = density
  keep('mreza.density', density === 'compact' ? density : null)
}

/** The chosen theme. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, readTheme)
/** The chosen density. */
export const useDensity = (): Density => useSyncExternalStore(subscribe, readDensity)
