import { useState } from 'react'

const secret = /^#(?:token=)?([A-Za-z0-9_-]{43})$/

/** The secret after `#` in the address, taken once and wiped from the address at once; `null` when it is not whole. */
export const useLinkToken = (): string | null => {
  const [token] = useState(() => {
    const found = secret.exec(window.location.hash)?.[1] ?? null
    if (found !== null) window.history.replaceState(window.history.state, '', window.location.pathname)
    return found
  })
  return token
}
