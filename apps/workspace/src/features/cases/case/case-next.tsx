import { type CaseDetail, canInConferences } from '@mreza/contracts-conferences'
import { Button, ButtonRow, buttonClass, NextStep, useFormats, useNow, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { useMe } from '../../../api/session.ts'
import { useInstitutionName } from '../who.tsx'
import { NameManagerDialog } from './name-manager-dialog.tsx'
import { type Next, nextOf } from './next-of.ts'
import { askedOf } from './open-case.ts'

const useWords = (file: CaseDetail, next: Next): string => {
  const t = useTexts('cases')
  const formats = useFormats()
  const now = useNow()
  const institution = useInstitutionName()(file.leadInstitutionId)
  if (next.kind === 'name-manager') return t('next.nameManager', { institution })
  if (next.kind === 'schedule') return t('next.schedule')
  if (next.kind === 'plan') return t('next.plan')
  const { startsAt, place } = next.conference
  const when = { day: formats.relativeDay(startsAt, now), time: formats.time(startsAt), place }
  return t(next.underWay ? 'next.underWay' : 'next.conference', when)
}

const PlanLink = ({ file, primary = false }: { file: CaseDetail; primary?: boolean }) => {
  const t = useTexts('cases')
  return (
    <Link to="/cases/$caseId/plan" params={{ caseId: file.id }} className={buttonClass(primary ? 'primary' : 'secondary')}>
      {t('next.openPlan')}
    </Link>
  )
}

const NameManager = ({ file }: { file: CaseDetail }) => {
  const t = useTexts('cases')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button kind="primary" onPress={() => setAsking(true)}>
        {t('manager.name')}
      </Button>
      {asking && <NameManagerDialog file={file} onClose={() => setAsking(false)} />}
    </>
  )
}

/** The main act of the next step, for who may do it. */
const MainAct = ({ file, next }: { file: CaseDetail; next: Next }) => {
  const t = useTexts('cases')
  const { subject } = useMe()
  const asked = askedOf(file)
  const caseId = file.id
  if (next.kind === 'plan') return <PlanLink file={file} primary />
  if (next.kind === 'name-manager') return canInConferences(subject, 'case.name-manager', asked) ? <NameManager file={file} /> : null
  if (next.kind === 'enter')
    return (
      <Link to="/cases/conferences/$conferenceId" params={{ conferenceId: next.conference.id }} className={buttonClass('primary')}>
        {t('next.enter')}
      </Link>
    )
  if (!canInConferences(subject, 'conference.schedule', asked)) return null
  return (
    <Link to="/cases/$caseId/conferences/new" params={{ caseId }} className={buttonClass('primary')}>
      {t('conference.schedule')}
    </Link>
  )
}

/** One line on what happens next, with the one filled button of the page for who may press it. */
export const CaseNext = ({ file }: { file: CaseDetail }) => {
  const t = useTexts('cases')
  const conferences = useQuery(useApi().conferences.listConferences.queryOptions({ caseId: file.id }))
  const next = nextOf(file, conferences.data ?? [])
  const words = useWords(file, next)
  const actions = (
    <ButtonRow>
      {next.kind !== 'plan' && <PlanLink file={file} />}
      {!conferences.isPending && <MainAct file={file} next={next} />}
    </ButtonRow>
  )
  return (
    <NextStep label={t('next.label')} actions={actions}>
      {words}
    </NextStep>
  )
}
