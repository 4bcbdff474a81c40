import type { Sector } from '@mreza/contracts-kernel'
import { useFormats, useTexts } from '@mreza/ui'

/** Writes sectors as a list in words: *policija, zdravstvo i obrazovanje*. */
export const useSectorWords = () => {
  const words = useTexts('words')
  const { list } = useFormats()
  return (sectors: readonly Sector[]): string => list(sectors.map((sector) => words(`sector.${sector}`)))
}

/** The first letter as at the beginning of a sentence. */
export const asTitle = (text: string): string => text.slice(0, 1).toLocaleUpperCase('sr') + text.slice(1)
