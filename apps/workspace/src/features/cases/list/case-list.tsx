import type { CaseSummary } from '@mreza/contracts-conferences'
import { EmptyState, Row, Rows, useFormats, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../../../api/session.ts'
import { CaseClock } from '../case-clock.tsx'
import styles from '../cases.module.css'
import { unbroken } from '../unbroken.ts'
import { useInstitutionName, usePersonName } from '../who.tsx'
import { CaseFilterBar } from './case-filter.tsx'
import { everyCase, filterCases } from './filter-cases.ts'

const useLeaderOf = (cases: readonly CaseSummary[]) => {
  const t = useTexts('cases')
  const personName = usePersonName(cases.map(({ caseManagerId }) => caseManagerId))
  const institutionName = useInstitutionName()
  return ({ caseManagerId, leadInstitutionId }: CaseSummary): string => {
    const person = caseManagerId === null ? undefined : personName(caseManagerId)
    const institution = institutionName(leadInstitutionId)
    return person === undefined ? t('list.unmanaged', { institution }) : t('list.leads', { person, institution })
  }
}

const CaseRow = ({ file, leader }: { file: CaseSummary; leader: string }) => {
  const t = useTexts('cases')
  const words = useTexts('words')
  const formats = useFormats()
  const facts = [
    words(`priority.${file.priority}`),
    words(`victimStatus.${file.victimStatus}`),
    t(`ageGroup.${file.ageGroup}`),
    t('list.opened', { date: unbroken(formats.dateAfterPreposition(file.openedAt)) }),
  ]
  const clock = file.firstClock === null ? <span className="second">{t('list.noClock')}</span> : <CaseClock clock={file.firstClock} bare />
  return (
    <Row
      lead={clock}
      title={
        <Link to="/cases/$caseId" params={{ caseId: file.id }} className="code">
          {file.code}
        </Link>
      }
      second={leader}
    >
      <p className="second">{facts.join(' · ')}</p>
    </Row>
  )
}

/** The cases one takes part in, the one whose clock falls first at the top, and what narrows them. */
export const CaseList = ({ cases }: { cases: readonly CaseSummary[] }) => {
  const t = useTexts('cases')
  const { subject } = useMe()
  const [filter, setFilter] = useState(everyCase)
  const leaderOf = useLeaderOf(cases)
  if (cases.length === 0) return <EmptyState title={t('list.empty')}>{t('list.empty.why')}</EmptyState>
  const shown = filterCases(cases, filter, subject.personId, (file) => `${file.code} ${leaderOf(file)}`)
  return (
    <>
      <CaseFilterBar filter={filter} onChange={setFilter} />
      <p className={`label ${styles.count}`} role="status">
        {shown.length === cases.length
          ? t('list.count', { count: cases.length })
          : t('list.shown', { count: shown.length, of: cases.length })}
      </p>
      {shown.length > 0 && (
        <Rows lead="clock" label={t('list.cases')}>
          {shown.map((file) => (
            <CaseRow key={file.id} file={file} leader={leaderOf(file)} />
          ))}
        </Rows>
      )}
    </>
  )
}
