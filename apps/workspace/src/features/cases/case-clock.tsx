import type { Clock } from '@mreza/contracts-conferences'
import { textForCode } from '@mreza/i18n'
import { ClockBadge, useFormats, useLanguage, useLocalized, useNow, useTexts } from '@mreza/ui'
import { clockFaceOf } from '../../api/clock-face.ts'

/** Who says so: the document in short where it is one of ours, and the place in it. */
const useSourceOf = () => {
  const language = useLanguage()
  const localized = useLocalized()
  return ({ source }: Clock): string => {
    const document = textForCode(language, 'cases', `source.${source.document}`)
    const place = source.provision === null ? undefined : localized(source.provision)
    return [document, place].filter(Boolean).join(', ')
  }
}

/** A deadline with its time, and under it until when and by which rule. */
export const CaseClock = ({ clock, bare = false }: { clock: Clock; bare?: boolean }) => {
  const t = useTexts('cases')
  const formats = useFormats()
  const localized = useLocalized()
  const sourceOf = useSourceOf()
  const now = useNow()
  const until = clock.doneAt === null ? t('clock.until', { when: formats.dayAndTime(clock.dueAt, now) }) : undefined
  const late = clock.doneAt !== null && clock.wasBroken ? t('clock.late') : undefined
  const law = [until, late, sourceOf(clock)].filter(Boolean).join(' · ')
  return <ClockBadge {...clockFaceOf(clock)} what={localized(clock.label)} law={bare ? undefined : law} />
}
