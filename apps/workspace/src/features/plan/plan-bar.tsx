import type { OpenedPlan, Presence } from '@mreza/contracts-plans'
import { Button, PresenceStrip, type Present, SavedMark, type Saving, useLocalized, useTexts, WorkBar } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useInstitutions } from '../../api/institutions.ts'
import { useMe } from '../../api/session.ts'
import { useNames } from './document/names.tsx'
import styles from './plan.module.css'

const usePresent = (present: readonly Presence['user'][]): readonly Present[] => {
  const { subject } = useMe()
  const names = useNames()
  const institutions = useInstitutions()
  const localized = useLocalized()
  const self = { personId: subject.personId, institutionId: subject.institutionId, sector: subject.sector, right: 'write' as const }
  return [...present.filter(({ personId }) => personId !== subject.personId), self].map((user) => {
    const { short, person } = names(user.personId, user.institutionId)
    const institution = institutions.get(user.institutionId)
    return {
      id: user.personId,
      name: person,
      short,
      institution: institution === undefined ? undefined : localized(institution.name),
      sector: user.sector,
      self: user.personId === subject.personId,
    }
  })
}

/** What this is, whether it is saved, who is here. */
export const PlanBar = ({
  plan,
  code,
  saving,
  present,
}: {
  plan: OpenedPlan
  code: string | undefined
  saving: Saving | null
  present: readonly Presence['user'][]
}) => {
  const t = useTexts('plan')
  return (
    <WorkBar
      end={
        <>
          <PresenceStrip people={usePresent(present)} />
          <span className={styles.wideOnly}>
            <Button onPress={() => window.print()}>{t('print')}</Button>
          </span>
        </>
      }
    >
      <Link className="strong code" to="/cases/$caseId" params={{ caseId: plan.caseId }}>
        {code ?? t('to.case')}
      </Link>
      <span className={styles.wideOnly}>{t('room.plan.title')}</span>
      <span>{saving !== null && <SavedMark saving={saving} />}</span>
    </WorkBar>
  )
}
