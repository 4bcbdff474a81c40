import { AgeGroup } from '@mreza/contracts-conferences'
import { Checkbox, CheckboxGroup, DateField, RadioGroup, useTexts } from '@mreza/ui'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Draft } from './draft.ts'
import { indicatorsFor } from './indicators.ts'
import { useReferralField } from './use-field.ts'

const priorities = ['immediate', 'urgent', 'regular'] as const

/** How urgent it is, each with what its legal clock means. */
export const PriorityField = () => {
  const t = useTexts('cases')
  const words = useTexts('words')
  const { field, error } = useReferralField('content.priority')
  const options = priorities.map((value) => ({
    value,
    label: <span className="strong">{words(`priority.${value}`)}</span>,
    second: t(`refer.priority.${value}`),
  }))
  return (
    <RadioGroup
      label={t('refer.priority')}
      isRequired
      error={error}
      options={options}
      value={field.value ?? null}
      onChange={field.onChange}
    />
  )
}

/** How old the person is, roughly. */
export const AgeGroupField = () => {
  const t = useTexts('cases')
  const { field, error } = useReferralField('content.ageGroup')
  const options = AgeGroup.options.map((value) => ({ value, label: t(`ageGroup.${value}`) }))
  return (
    <RadioGroup
      label={t('refer.ageGroup')}
      hint={t('refer.ageGroup.hint')}
      isRequired
      error={error}
      options={options}
      value={field.value ?? null}
      onChange={field.onChange}
    />
  )
}

/** The signs that were seen: those that fit the age. */
export const IndicatorsField = () => {
  const t = useTexts('cases')
  const { control } = useFormContext<Draft>()
  const ageGroup = useWatch({ control, name: 'content.ageGroup' })
  const { field, error } = useReferralField('content.indicators')
  return (
    <CheckboxGroup
      label={t('refer.indicators')}
      hint={t('refer.indicators.hint')}
      optional
      error={error}
      value={field.value}
      onChange={field.onChange}
    >
      {indicatorsFor(ageGroup, field.value).map((id) => (
        <Checkbox key={id} value={id}>
          {t(`indicator.${id}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

/** The whole date of birth, where it is known. */
export const BirthDateField = () => {
  const t = useTexts('cases')
  const { field, error } = useReferralField('identity.birthDate')
  return <DateField label={t('identity.birthDate')} optional error={error} value={field.value} onChange={field.onChange} />
}
