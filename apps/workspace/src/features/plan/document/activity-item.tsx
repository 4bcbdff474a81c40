import type { InstitutionId } from '@mreza/contracts-kernel'
import { ActivityState } from '@mreza/contracts-plans'
import { type Activity, activityText, assignActivity, setActivityDue, setActivityState, withdrawActivity } from '@mreza/plan-document'
import { ActivityRow, BareFields, Button, DateField, Select, useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useInstitutions } from '../../../api/institutions.ts'
import type { LiveRoom } from '../live/live-room.ts'
import styles from '../plan.module.css'
import { FragmentEditor } from './fragment-editor.tsx'

interface ItemProps {
  readonly room: LiveRoom
  readonly activity: Activity
}

const Who = ({ room, activity, parties }: ItemProps & { parties: readonly InstitutionId[] }) => {
  const t = useTexts('plan')
  const localized = useLocalized()
  const institutions = useInstitutions()
  const chosen = activity.responsibleInstitutionId
  const ids = chosen === null || parties.includes(chosen) ? parties : [...parties, chosen]
  const options = ids.flatMap((id) => {
    const institution = institutions.get(id)
    return institution === undefined ? [] : [{ value: id, label: localized(institution.name) }]
  })
  return (
    <Select
      label={t('activity.who')}
      value={chosen}
      options={options}
      isDisabled={room.right !== 'write'}
      onChange={(institutionId) => assignActivity(room.doc, activity.id, { institutionId, personId: null })}
    />
  )
}

const Due = ({ room, activity }: ItemProps) => {
  const t = useTexts('plan')
  const formats = useFormats()
  if (room.right !== 'write') return <>{activity.dueOn === null ? undefined : formats.date(activity.dueOn)}</>
  return <DateField label={t('activity.due')} value={activity.dueOn} onChange={(dueOn) => setActivityDue(room.doc, activity.id, dueOn)} />
}

const State = ({ room, activity }: ItemProps) => {
  const t = useTexts('plan')
  return (
    <div className={styles.activityCell}>
      <Select
        label={t('activity.state')}
        value={activity.state}
        isDisabled={room.right !== 'write'}
        options={ActivityState.options.map((value) => ({ value, label: t(`activity.state.${value}`) }))}
        onChange={(state) => setActivityState(room.doc, activity.id, state)}
      />
      {room.right === 'write' && (
        <Button kind="link" onPress={() => withdrawActivity(room.doc, activity.id)}>
          {t('activity.withdraw')}
        </Button>
      )}
    </div>
  )
}

/** One activity of a goal: what, which institution, until when, how far. */
export const ActivityItem = ({ room, activity, parties }: ItemProps & { parties: readonly InstitutionId[] }) => {
  const t = useTexts('plan')
  const fragment = activityText(room.doc, activity.id)
  if (fragment === undefined) return null
  return (
    <ActivityRow
      activity={<FragmentEditor room={room} fragment={fragment} look="line" label={t('activity.label')} hint={t('activity.hint')} />}
      who={
        <BareFields>
          <Who room={room} activity={activity} parties={parties} />
        </BareFields>
      }
      due={
        <BareFields>
          <Due room={room} activity={activity} />
        </BareFields>
      }
      state={
        <BareFields>
          <State room={room} activity={activity} />
        </BareFields>
      }
    />
  )
}
