import type { PlanVersion } from '@mreza/contracts-plans'
import { useFormats, useNow, useTexts } from '@mreza/ui'

/** Says which version it is: *verzija 2*, the name under which a draft was kept, or the moment of an automatic point. */
export const useVersionName = () => {
  const t = useTexts('plan')
  const formats = useFormats()
  const now = useNow()
  return ({ kind, number, title, at }: PlanVersion): string => {
    if (kind === 'approved') return t('version.approved', { number: number ?? 0 })
    return kind === 'kept' ? title : t('version.automatic', { time: formats.dayAndTime(at, now) })
  }
}
