import { DateTimeField, RadioGroup, TextArea, TextField, useTexts } from '@mreza/ui'
import type { GrantFieldsProps } from './grant-fields.tsx'

const kinds = ['consent', 'legal-duty', 'emergency'] as const
const givers = ['beneficiary', 'guardian', 'temporary-guardian'] as const

const ConsentFields = ({ draft, change, isWrong }: GrantFieldsProps) => {
  const t = useTexts('cases')
  return (
    <>
      <RadioGroup
        label={t('grant.consent.by')}
        options={givers.map((value) => ({ value, label: t(`consent.giver.${value}`) }))}
        value={draft.givenBy}
        onChange={(givenBy) => change({ givenBy })}
        error={isWrong('givenBy') ? t('grant.needed.giver') : undefined}
        sideBySide
      />
      <DateTimeField
        label={t('grant.consent.at')}
        value={draft.givenAt}
        onChange={(givenAt) => change({ givenAt })}
        error={isWrong('givenAt') ? t('grant.needed.givenAt') : undefined}
      />
      <TextArea
        label={t('grant.consent.explained')}
        hint={t('grant.consent.explained.hint')}
        rows={3}
        value={draft.explained}
        onChange={(explained) => change({ explained })}
        error={isWrong('explained') ? t('grant.needed.explained') : undefined}
      />
    </>
  )
}

const KindFields = (props: GrantFieldsProps) => {
  const t = useTexts('cases')
  const { draft, change, isWrong } = props
  if (draft.kind === 'consent') return <ConsentFields {...props} />
  if (draft.kind === 'legal-duty')
    return (
      <TextField
        label={t('grant.rule')}
        hint={t('grant.rule.hint')}
        value={draft.rule}
        onChange={(rule) => change({ rule })}
        error={isWrong('rule') ? t('grant.needed.rule') : undefined}
      />
    )
  if (draft.kind === null) return null
  return (
    <TextArea
      label={t('grant.emergency')}
      hint={t('grant.emergency.hint')}
      rows={3}
      value={draft.reason}
      onChange={(reason) => change({ reason })}
      error={isWrong('reason') ? t('grant.needed.reason') : undefined}
    />
  )
}

/** On what basis, and the record that this basis asks for. */
export const BasisFields = (props: GrantFieldsProps) => {
  const t = useTexts('cases')
  const { draft, change, isWrong } = props
  return (
    <>
      <RadioGroup
        label={t('grant.basis')}
        options={kinds.map((value) => ({ value, label: t(`grant.basis.${value}`) }))}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        error={isWrong('kind') ? t('grant.needed.basis') : undefined}
      />
      <KindFields {...props} />
    </>
  )
}
