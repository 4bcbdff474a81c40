import { useFormats, useNow, useTexts } from '@mreza/ui'

/** The first line of the printed card: when it was true. */
export const PrintedOn = () => {
  const t = useTexts('directory')
  const formats = useFormats()
  const now = useNow()
  return <p className="print-only">{t('printed', { date: formats.dateAfterPreposition(now), time: formats.time(now) })}</p>
}
