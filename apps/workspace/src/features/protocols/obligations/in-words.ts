import type { EvidenceFacts, ObligationSummary } from '@mreza/contracts-agreements'
import type { InstitutionId } from '@mreza/contracts-kernel'
import { useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useInstitutions } from '../../../api/institutions.ts'

/** Gives an institution's full name. */
export const useOwner = () => {
  const t = useTexts('obligations')
  const localized = useLocalized()
  const institutions = useInstitutions()
  return (id: InstitutionId): string => {
    const found = institutions.get(id)
    return found === undefined ? t('elsewhere') : localized(found.name)
  }
}

/** Says what was promised and what was reported or seen: *0 of 6 beds*; nothing where there is no number at all. */
export const useReported = () => {
  const t = useTexts('obligations')
  const formats = useFormats()
  const localized = useLocalized()
  return ({ promised, latest }: Pick<ObligationSummary, 'promised' | 'latest'>): string | null => {
    const of = promised?.amount ?? latest?.of ?? null
    const unit = promised === null ? '' : localized(promised.unit)
    if (latest === null) return promised === null ? null : t('promised', { amount: formats.number(promised.amount), unit })
    if (of === null) return formats.number(latest.value)
    return t('reported', { value: formats.number(latest.value), of: formats.number(of), unit }).trim()
  }
}

/** Says a piece of evidence. */
export const useEvidenceInWords = () => {
  const t = useTexts('obligations')
  const formats = useFormats()
  return (facts: EvidenceFacts): string => {
    if (facts.kind === 'observed') return t('evidence.observed', { met: formats.number(facts.met), of: formats.number(facts.of) })
    if (facts.kind === 'figure') return [formats.number(facts.value), facts.note].filter(Boolean).join(' · ')
    return [facts.title, facts.number, formats.date(facts.on)].filter(Boolean).join(' · ')
  }
}
