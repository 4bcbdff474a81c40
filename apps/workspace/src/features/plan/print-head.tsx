import { useFormats, useNow, useTexts } from '@mreza/ui'
import { useOwnName } from '../../app/layout/own-words.ts'
import { useApprovedVersion } from './history/use-versions.ts'
import { usePlan } from './plan-context.ts'

/** What a printed draft begins with: the case, which draft, that it is not approved, who printed it and when, and that it is confidential. */
export const PrintHead = () => {
  const t = useTexts('plan')
  const formats = useFormats()
  const now = useNow()
  const name = useOwnName()
  const { theCase } = usePlan()
  const number = (useApprovedVersion()?.number ?? 0) + 1
  return (
    <p className="print-only" aria-hidden="true">
      {t('print.head', { code: theCase?.code ?? '', number, name, date: formats.dateAfterPreposition(now), time: formats.time(now) })}
    </p>
  )
}
