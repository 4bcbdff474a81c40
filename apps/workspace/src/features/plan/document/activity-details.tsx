import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { assignActivity, setActivityProof, setActivityStart, supportActivity } from '@mreza/plan-document'
import { ChoiceButton, DateButton, useLocalized, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { useNameOf } from '../../../app/layout/own-words.ts'
import type { ActivityItemProps } from './activity-item.tsx'
import { useMayChange } from './desk.ts'
import styles from './document.module.css'
import { InstitutionsChoice } from './institution-choice.tsx'
import { PlainLine } from './plain-line.tsx'

const Line = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <div>
    <dt className="label">{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Person = ({ room, activity, institutionId }: ActivityItemProps & { institutionId: InstitutionId }) => {
  const t = useTexts('plan')
  const nameOf = useNameOf()
  const localized = useLocalized()
  const { data = [] } = useQuery(useApi().directory.listPeople.queryOptions({ institutionIds: [institutionId] }))
  const options = data.map(({ id, displayName, jobTitle }) => ({ value: id, label: nameOf(displayName), second: localized(jobTitle) }))
  return (
    <ChoiceButton<PersonId>
      label={t('activity.person')}
      nothing={t('activity.person.none')}
      value={activity.responsiblePersonId}
      options={options}
      onChange={(personId) => assignActivity(room.doc, activity.id, { institutionId, personId })}
      isDisabled={!useMayChange(room)}
    />
  )
}

/** Who of the responsible institution, who supports them, from when, and what shows that it was done. */
export const ActivityDetails = ({ room, activity }: ActivityItemProps) => {
  const t = useTexts('plan')
  const mayChange = useMayChange(room)
  const { id, responsibleInstitutionId } = activity
  const prove = useCallback((proof: string) => void setActivityProof(room.doc, id, proof), [room, id])
  return (
    <dl className={styles.detailLines}>
      {responsibleInstitutionId !== null && (
        <Line name={t('activity.person')}>
          <Person room={room} activity={activity} institutionId={responsibleInstitutionId} />
        </Line>
      )}
      <Line name={t('activity.support')}>
        <InstitutionsChoice
          label={t('activity.support')}
          nothing={t('activity.support.none')}
          values={activity.supportingInstitutionIds}
          onChange={(institutionId, supports) => supportActivity(room.doc, id, institutionId, supports)}
          isDisabled={!mayChange}
        />
      </Line>
      <Line name={t('activity.from')}>
        <DateButton
          label={t('activity.from')}
          value={activity.startsOn}
          onChange={(day) => setActivityStart(room.doc, id, day)}
          isDisabled={!mayChange}
        />
      </Line>
      <div className={styles.proof}>
        <PlainLine label={t('activity.proof')} value={activity.proof} onChange={prove} isDisabled={!mayChange} />
      </div>
    </dl>
  )
}
