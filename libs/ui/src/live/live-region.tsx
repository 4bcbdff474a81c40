import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'

/** Says something to a screen reader without moving the focus. `assertive` only for a broken deadline. */
export type Announce = (text: string, how?: 'polite' | 'assertive') => void

const AnnounceContext = createContext<Announce>(() => undefined)

/** Holds the two live regions of the page and gives {@link useAnnounce} to everything inside. Stands once, at the root. */
export const LiveRegions = ({ children }: { children: ReactNode }) => {
  const [polite, setPolite] = useState('')
  const [assertive, setAssertive] = useState('')
  const announce = useCallback<Announce>((text, how = 'polite') => {
    const say = how === 'polite' ? setPolite : setAssertive
    say((before) => (before === text ? `${text}\u00a0` : text))
  }, [])
  const regions = useMemo(() => ({ polite, assertive }), [polite, assertive])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite">
        {regions.polite}
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive">
        {regions.assertive}
      </div>
    </AnnounceContext>
  )
}

/** The page's {@link Announce}. */
export const useAnnounce = (): Announce => use(AnnounceContext)
