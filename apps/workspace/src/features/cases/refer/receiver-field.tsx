import type { InstitutionSummary } from '@mreza/contracts-directory'
import { ComboBox, useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useEffect } from 'react'
import { useInstitutions } from '../../../api/institutions.ts'
import { useMe } from '../../../api/session.ts'
import { useReferralField } from './use-field.ts'

/** Institutions of one's network that can be asked, the social welfare centre first, then by name. */
const useReceivers = (): readonly InstitutionSummary[] => {
  const { subject } = useMe()
  const localized = useLocalized()
  const { compare } = useFormats()
  const first = ({ sector }: InstitutionSummary) => (sector === 'social-welfare' ? 0 : 1)
  return [...useInstitutions().values()]
    .filter(({ id, networkId }) => networkId === subject.networkId && id !== subject.institutionId)
    .sort((a, b) => first(a) - first(b) || compare(localized(a.name), localized(b.name)))
}

/** To whom: the social welfare centre, unless another is chosen. */
export const ReceiverField = () => {
  const t = useTexts('cases')
  const words = useTexts('words')
  const localized = useLocalized()
  const { field, error } = useReferralField('receiverId')
  const receivers = useReceivers()
  const usual = receivers[0]?.sector === 'social-welfare' ? receivers[0].id : undefined
  const { value, onChange } = field
  useEffect(() => {
    if (value === undefined && usual !== undefined) onChange(usual)
  }, [value, usual, onChange])
  if (receivers.length === 0) return null
  return (
    <ComboBox
      label={t('refer.receiver')}
      hint={t('refer.receiver.hint')}
      error={error}
      options={receivers.map(({ id, name, sector }) => ({ value: id, label: localized(name), second: words(`sector.${sector}`) }))}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? '')}
      onBlur={field.onBlur}
    />
  )
}
