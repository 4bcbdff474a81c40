import type { Basis, Participation } from '@mreza/contracts-conferences'
import { type Instant, type Section, Section as Sections } from '@mreza/contracts-kernel'
import { textForCode } from '@mreza/i18n'
import { useFormats, useLanguage, useTexts } from '@mreza/ui'

/** Whether a participation opens nothing any more (CF15). None begins later than it is granted. */
export const isOver = ({ until, endedAt }: Participation, now: Instant): boolean => endedAt !== null || (until !== null && until <= now)

/** The sections of a participation in words: all of them, or each. */
export const useSectionsWords = () => {
  const t = useTexts('cases')
  const formats = useFormats()
  return (sections: readonly Section[]): string =>
    sections.length === Sections.options.length
      ? t('section.all')
      : formats.list(Sections.options.filter((section) => sections.includes(section)).map((section) => t(`section.${section}`)))
}

/** The basis of a participation in words, with its rule, its record or its reason. */
export const useBasisWords = () => {
  const t = useTexts('cases')
  const language = useLanguage()
  const formats = useFormats()
  return (basis: Basis): string => {
    if (basis.kind === 'consent')
      return t('basis.consent.given', { by: t(`consent.${basis.givenBy}`), date: formats.dateAfterPreposition(basis.givenAt) })
    if (basis.kind === 'emergency') return t('basis.emergency.why', { reason: basis.reason })
    return t('basis.duty', { rule: textForCode(language, 'cases', `rule.${basis.rule}`) ?? basis.rule })
  }
}
