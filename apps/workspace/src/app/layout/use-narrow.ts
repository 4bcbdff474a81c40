import { useSyncExternalStore } from 'react'

const phone = window.matchMedia('(max-width: 720px)')
const subscribe = (changed: () => void) => {
  phone.addEventListener('change', changed)
  return () => phone.removeEventListener('change', changed)
}

/** Is the page as narrow as a phone? For what stands elsewhere then; mere looks belong to the style sheets. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => phone.matches)
