import type { CaseSummary } from '@mreza/contracts-conferences'
import { ClockBadge, HangingSection, Row, Rows, useFormats, useLocalized, useNow, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { clockFaceOf } from '../../api/clock-face.ts'

const CaseRow = ({ one }: { one: CaseSummary }) => {
  const t = useTexts('today')
  const words = useTexts('words')
  const formats = useFormats()
  const localized = useLocalized()
  const now = useNow()
  const clock = one.firstClock
  if (clock === null) return null
  const label = localized(clock.label)
  const law = clock.source.provision === null ? words(`priority.name.${one.priority}`) : localized(clock.source.provision)
  return (
    <Row
      lead={<ClockBadge {...clockFaceOf(clock)} what={`${label}, ${one.code}`} law={`${formats.dayAndTime(clock.dueAt, now)} · ${law}`} />}
      title={
        <Link to="/cases/$caseId" params={{ caseId: one.id }}>
          {label}
        </Link>
      }
      second={
        <>
          <span className="code">{one.code}</span> · {words(`victimStatus.${one.victimStatus}`)} ·{' '}
          {one.caseManagerId === null ? t('nobody.leads') : t('opened', { date: formats.dayMonthAfterPreposition(one.openedAt) })}
        </>
      }
    />
  )
}

/** The clocks of the cases one takes part in, the first to fall due at the top. */
export const DeadlinesSection = ({ cases }: { cases: readonly CaseSummary[] }) => {
  const t = useTexts('today')
  const running = cases.filter(({ firstClock }) => firstClock !== null)
  if (running.length === 0) return null
  return (
    <HangingSection title={t('deadlines')} summary={t('deadlines.summary', { count: running.length })}>
      <Rows lead="clock">
        {running.map((one) => (
          <CaseRow key={one.id} one={one} />
        ))}
      </Rows>
    </HangingSection>
  )
}
