import { canInConferences } from '@mreza/contracts-conferences'
import { Button, HangingSection, Rows, useNow, useTexts } from '@mreza/ui'
import { useState } from 'react'
import { useMe } from '../../../api/session.ts'
import styles from '../cases.module.css'
import { useInstitutionName, usePersonName, Who } from '../who.tsx'
import { GrantDialog } from './grant-dialog.tsx'
import { NameManagerDialog } from './name-manager-dialog.tsx'
import { askedOf, useOpenCase } from './open-case.ts'
import { ParticipationRow } from './participation-row.tsx'
import { isOver } from './participation-words.ts'

const Leads = () => {
  const t = useTexts('cases')
  const file = useOpenCase()
  const { subject } = useMe()
  const [naming, setNaming] = useState(false)
  const institution = useInstitutionName()(file.leadInstitutionId)
  const personName = usePersonName([file.caseManagerId])
  const { caseManagerId } = file
  return (
    <HangingSection title={t('fact.lead')} summary={institution}>
      <p>
        <Who institutionId={file.leadInstitutionId} name={caseManagerId === null ? t('fact.lead.none') : personName(caseManagerId)} />
      </p>
      {caseManagerId !== null && canInConferences(subject, 'case.name-manager', askedOf(file)) && (
        <p className={styles.act}>
          <Button onPress={() => setNaming(true)}>{t('manager.change')}</Button>
        </p>
      )}
      {naming && <NameManagerDialog file={file} onClose={() => setNaming(false)} />}
    </HangingSection>
  )
}

const Participations = ({ ended }: { ended: boolean }) => {
  const t = useTexts('cases')
  const file = useOpenCase()
  const { subject } = useMe()
  const now = useNow().toISOString()
  const may = !ended && canInConferences(subject, 'case.change-participation', askedOf(file))
  const shown = file.participations.filter((participation) => isOver(participation, now) === ended)
  const personName = usePersonName(shown.map(({ personId }) => personId))
  if (shown.length === 0) return <p className="second">{t('people.none')}</p>
  return (
    <Rows label={t(ended ? 'people.ended' : 'people.now')}>
      {shown.map((participation) => (
        <ParticipationRow
          key={participation.id}
          participation={participation}
          person={participation.personId === null ? undefined : (personName(participation.personId) ?? t('people.unknown'))}
          mayEnd={may}
        />
      ))}
    </Rows>
  )
}

const Grant = () => {
  const t = useTexts('cases')
  const file = useOpenCase()
  const { subject } = useMe()
  const [granting, setGranting] = useState(false)
  if (!canInConferences(subject, 'case.change-participation', askedOf(file))) return null
  return (
    <p className={styles.after}>
      <Button onPress={() => setGranting(true)}>{t('grant.action')}</Button>
      {granting && <GrantDialog caseId={file.id} onClose={() => setGranting(false)} />}
    </p>
  )
}

/** Who takes part, with which sections and on what basis; who may, ends and grants. */
export const People = () => {
  const t = useTexts('cases')
  const { participations } = useOpenCase()
  const now = useNow().toISOString()
  const past = participations.some((participation) => isOver(participation, now))
  return (
    <>
      <Leads />
      <HangingSection title={t('people.now')} summary={t('people.now.note')}>
        <Participations ended={false} />
        <Grant />
      </HangingSection>
      {past && (
        <HangingSection title={t('people.ended')}>
          <Participations ended />
        </HangingSection>
      )}
    </>
  )
}
