import type { OpenedPlan, Presence } from '@mreza/contracts-plans'
import { Button, PresenceStrip, type Present, SavedMark, useLocalized, useTexts, WorkBar } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useInstitutions } from '../../api/institutions.ts'
import { useMe } from '../../api/session.ts'
import { useNames } from './document/names.tsx'
import { isSamePresence, isSameSaving, presentIn, savingOf, useFromRooms } from './live/from-rooms.ts'
import styles from './plan.module.css'
import { usePlan } from './plan-context.ts'

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

const WhoIsHere = () => {
  const present = useFromRooms(usePlan().list, presentIn, isSamePresence)
  return <PresenceStrip people={usePresent(present)} />
}

/** Whether one's words are saved: the one thing here that a key changes. */
const Saved = () => {
  const saving = useFromRooms(usePlan().list, savingOf, isSameSaving)
  return <span>{saving !== null && <SavedMark saving={saving} />}</span>
}

/** What this is, whether it is saved, who is here. */
export const PlanBar = ({ plan, code }: { plan: OpenedPlan; code: string | undefined }) => {
  const t = useTexts('plan')
  return (
    <WorkBar
      end={
        <>
          <WhoIsHere />
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
      <Saved />
    </WorkBar>
  )
}
