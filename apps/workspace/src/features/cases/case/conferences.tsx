import { type ConferenceSummary, canInConferences } from '@mreza/contracts-conferences'
import { buttonClass, EmptyState, HangingSection, Row, Rows, useFormats, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { useMe } from '../../../api/session.ts'
import styles from '../cases.module.css'
import { Loaded } from '../opened.tsx'
import { askedOf, useOpenCase } from './open-case.ts'

const ConferenceRow = ({ conference }: { conference: ConferenceSummary }) => {
  const t = useTexts('cases')
  const formats = useFormats()
  const { id, startsAt, state, place, duration } = conference
  return (
    <Row
      title={
        <Link to="/cases/conferences/$conferenceId" params={{ conferenceId: id }}>
          {t('conference.when', { date: formats.fullDate(startsAt), time: formats.time(startsAt) })}
        </Link>
      }
      second={[t(`conference.state.${state}`), place, formats.duration(duration * 60_000)].join(' · ')}
    />
  )
}

const ScheduleLink = () => {
  const t = useTexts('cases')
  const { subject } = useMe()
  const file = useOpenCase()
  if (!canInConferences(subject, 'conference.schedule', askedOf(file))) return null
  return (
    <p className={styles.after}>
      <Link to="/cases/$caseId/conferences/new" params={{ caseId: file.id }} className={buttonClass()}>
        {t('conference.schedule')}
      </Link>
    </p>
  )
}

/** The conferences of the case, and the way to a new one. */
export const Conferences = () => {
  const t = useTexts('cases')
  const { id: caseId } = useOpenCase()
  const query = useQuery(useApi().conferences.listConferences.queryOptions({ caseId }))
  return (
    <HangingSection title={t('tab.conferences')} summary={t('conference.order')}>
      <Loaded query={query}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('conference.none')}>{t('conference.none.why')}</EmptyState>
          ) : (
            <Rows label={t('tab.conferences')}>
              {list.map((conference) => (
                <ConferenceRow key={conference.id} conference={conference} />
              ))}
            </Rows>
          )
        }
      </Loaded>
      <ScheduleLink />
    </HangingSection>
  )
}
