import type { Service } from '@mreza/contracts-directory'
import { useTexts } from '@mreza/ui'

const numberIn = (stay: Record<string, unknown>, name: string): number | undefined => {
  const value = stay[name]
  return typeof value === 'number' ? value : undefined
}

/** Says how long one may stay, as far as the source says: the longest, the shortest, the extension. */
export const useStay = () => {
  const t = useTexts('directory')
  return (maxStay: Service['maxStay']): readonly string[] => {
    if (maxStay === null) return []
    const [days, months] = [numberIn(maxStay, 'days'), numberIn(maxStay, 'months')]
    const [least, extended] = [numberIn(maxStay, 'minDays'), numberIn(maxStay, 'extendableToMonths')]
    return [
      ...(days === undefined ? [] : [t('stay.days', { count: days })]),
      ...(months === undefined ? [] : [t('stay.months', { count: months })]),
      ...(least === undefined ? [] : [t('stay.min', { period: t('stay.days', { count: least }) })]),
      ...(extended === undefined ? [] : [t('stay.extendable', { period: t('stay.months', { count: extended }) })]),
    ]
  }
}

/** The condition of the stay in the source's words. */
export const conditionOf = (maxStay: Service['maxStay']): string | null =>
  typeof maxStay?.condition === 'string' ? maxStay.condition : null
