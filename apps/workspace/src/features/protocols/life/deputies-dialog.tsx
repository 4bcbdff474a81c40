import type { AgreementDetail, Deputy } from '@mreza/contracts-agreements'
import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { Button, DateField, ReasonDialog, Select, useFormats, useTexts } from '@mreza/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { useInstitutionName } from '../party-institutions.ts'
import styles from '../protocols.module.css'
import { useAgreementChange } from '../use-agreement-change.ts'
import { DecisionFields, useDecision } from './decision-fields.tsx'
import { useLifeChange } from './use-life-change.ts'

const usePeopleOf = (institutionId: InstitutionId) =>
  useQuery(useApi().directory.listPeople.queryOptions({ institutionIds: [institutionId] })).data ?? []

/** Who deputises now, each with the way to end it. */
const Present = ({ deputies }: { deputies: readonly Deputy[] }) => {
  const t = useTexts('protocols')
  const formats = useFormats()
  const nameOf = useNameOf()
  const changed = useAgreementChange()
  const ending = useMutation(useApi().agreements.endDeputy.mutationOptions({ onSuccess: changed }))
  const people = useQuery(
    useApi().directory.namePeople.queryOptions({ personIds: deputies.map(({ personId }) => personId) }, { enabled: deputies.length > 0 }),
  ).data
  if (deputies.length === 0) return <p className="second">{t('deputies.none')}</p>
  return (
    <ul className={styles.deputies}>
      {deputies.map(({ id, personId, decision, until }) => {
        const person = people?.find((one) => one.id === personId)
        return (
          <li key={id}>
            <p className="strong">{person === undefined ? '' : nameOf(person.displayName)}</p>
            <p className="label">{t('deputies.by', { number: decision.number, body: decision.issuedBy })}</p>
            <p className="label">{until === null ? t('deputies.standing') : t('deputies.until', { date: formats.shortDate(until) })}</p>
            <Button kind="link" isPending={ending.isPending} onPress={() => ending.mutate({ deputyId: id })}>
              {t('deputies.end')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

/** Who signs in the head's place for the reader's institution: who does now, and one more by a decision (AG22). */
export const DeputiesDialog = ({ agreement, onClose }: { agreement: AgreementDetail; onClose: () => void }) => {
  const t = useTexts('protocols')
  const nameOf = useNameOf()
  const { subject } = useMe()
  const { institutionId } = subject
  const institution = useInstitutionName(agreement.networkId)(institutionId)
  const [personId, setPersonId] = useState<PersonId | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const decision = useDecision()
  const recording = useMutation(useApi().agreements.recordDeputy.mutationOptions(useLifeChange(onClose)))
  const deputies = useQuery(useApi().agreements.listDeputies.queryOptions({ institutionId })).data ?? []
  const options = usePeopleOf(institutionId)
    .filter(({ id, isHead }) => id !== subject.personId && !isHead)
    .map(({ id, displayName }) => ({ value: id, label: nameOf(displayName) }))
  const ask = () => {
    setTried(true)
    return decision.ask() && personId !== null
  }
  return (
    <ReasonDialog
      isOpen
      needsReason={false}
      onOpenChange={(open) => !open && onClose()}
      title={t('act.deputies.question', { institution })}
      consequence={t('act.deputies.consequence')}
      confirm={t('deputies.record')}
      isPending={recording.isPending}
      refusal={refusalIfAny(recording.error)}
      mayConfirm={ask}
      onConfirm={() => {
        if (personId !== null && decision.whole !== null) recording.mutate({ institutionId, personId, decision: decision.whole, until })
      }}
    >
      <Present deputies={deputies} />
      <Select
        label={t('deputies.who')}
        options={options}
        value={personId}
        onChange={setPersonId}
        error={tried && personId === null ? t('deputies.who.needed') : undefined}
      />
      <DecisionFields {...decision} />
      <DateField label={t('deputies.until.label')} value={until} onChange={setUntil} optional />
    </ReasonDialog>
  )
}
