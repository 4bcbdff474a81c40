import { startTransition, useEffect, useState } from 'react'

/**
 * How many of `all` parts are drawn: `first` at once, then `step` more with each frame, each as work that gives way to whoever reads or types
 * already. What is on the screen first must be among the first.
 */
export const useGrowing = (all: number, { first, step }: { readonly first: number; readonly step: number }): number => {
  const [drawn, setDrawn] = useState(first)
  useEffect(() => {
    if (drawn >= all) return undefined
    const frame = requestAnimationFrame(() => startTransition(() => setDrawn(drawn + step)))
    return () => cancelAnimationFrame(frame)
  }, [drawn, all, step])
  return drawn
}
