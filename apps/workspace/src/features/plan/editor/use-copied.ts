import { useEffect } from 'react'
import type { Editors } from './editors.ts'
import { rememberCopied } from './paste/copied.ts'
import { TextDesk } from './text-desk.ts'

/** Remembers from which rooms something is copied, also where it is only read or reaches over several texts (PL22). */
export const useCopied = (editors: Editors): void => {
  useEffect(() => {
    const remember = () => {
      const selection = document.getSelection()
      const texts = editors.all().filter((text) => text instanceof TextDesk && text.isTouchedBy(selection))
      rememberCopied([...new Set(texts.map(({ room }) => room.key))], selection?.toString() ?? '')
    }
    document.addEventListener('copy', remember, { capture: true })
    document.addEventListener('cut', remember, { capture: true })
    return () => {
      document.removeEventListener('copy', remember, { capture: true })
      document.removeEventListener('cut', remember, { capture: true })
    }
  }, [editors])
}
