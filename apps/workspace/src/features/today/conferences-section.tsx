import type { ConferenceSummary } from '@mreza/contracts-conferences'
import { HangingSection, Row, Rows, StateMark, useFormats, useNow, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { toAnswer, toCome } from './todays-duties.ts'

/** A title begins with a capital, also when it begins with *today*. */
const asTitle = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1)

const ConferenceRow = ({ conference, waits }: { conference: ConferenceSummary; waits: boolean }) => {
  const t = useTexts('today')
  const formats = useFormats()
  const now = useNow()
  const state = waits ? 'waiting' : conference.state === 'under-way' ? 'underway' : 'coming'
  return (
    <Row
      title={
        <Link to="/cases/conferences/$conferenceId" params={{ conferenceId: conference.id }}>
          {asTitle(t('conference.title', { when: formats.dayAndTime(conference.startsAt, now), code: conference.caseCode }))}
        </Link>
      }
      second={conference.place}
      action={<StateMark state={waits ? 'unknown' : 'ready'}>{t(`conference.${state}`)}</StateMark>}
    />
  )
}

/** Invitations to answer first, then conferences to come. */
export const ConferencesSection = ({ conferences }: { conferences: readonly ConferenceSummary[] }) => {
  const t = useTexts('today')
  const waiting = toAnswer(conferences)
  const coming = toCome(conferences)
  if (waiting.length + coming.length === 0) return null
  const summary =
    waiting.length > 0 ? t('conferences.waiting', { count: waiting.length }) : t('conferences.coming', { count: coming.length })
  return (
    <HangingSection title={t('conferences')} summary={summary}>
      <Rows>
        {waiting.map((conference) => (
          <ConferenceRow key={conference.id} conference={conference} waits />
        ))}
        {coming.map((conference) => (
          <ConferenceRow key={conference.id} conference={conference} waits={false} />
        ))}
      </Rows>
    </HangingSection>
  )
}
