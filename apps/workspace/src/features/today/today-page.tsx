import { wallTimeOf } from '@mreza/i18n'
import { EmptyState, Page, PageHead, QuietLoading, RefusalNote, useFormats, useNow, useTexts } from '@mreza/ui'
import { useMe } from '../../api/session.ts'
import { ActivitiesAside } from './activities-aside.tsx'
import { ConferencesSection } from './conferences-section.tsx'
import { DeadlinesSection } from './deadlines-section.tsx'
import { FirstSection } from './first-section.tsx'
import { NewsAside } from './news-aside.tsx'
import { ReferralsSection } from './referrals-section.tsx'
import { SignaturesSection } from './signatures-section.tsx'
import { TasksSection } from './tasks-section.tsx'
import { type Duties, firstOf, howMany, howManyBroken } from './todays-duties.ts'
import { useDuties } from './use-duties.ts'

const useSummary = (duties: Duties | undefined): string => {
  const t = useTexts('today')
  const formats = useFormats()
  const now = useNow()
  const { subject } = useMe()
  const date = formats.fullDate(now)
  if (duties === undefined) return date
  const broken = howManyBroken(duties, subject.personId, wallTimeOf(now).date)
  return [date, t('waits', { count: howMany(duties, subject.personId) }), ...(broken > 0 ? [t('broken', { count: broken })] : [])].join(
    ' · ',
  )
}

const Body = ({ duties }: { duties: Duties }) => {
  const t = useTexts('today')
  const { subject } = useMe()
  const first = firstOf(duties, subject.personId)
  return (
    <>
      {first === undefined ? <EmptyState title={t('empty.title')}>{t('empty.why')}</EmptyState> : <FirstSection first={first} />}
      <DeadlinesSection cases={duties.cases} />
      <ConferencesSection conferences={duties.conferences} />
      <ReferralsSection referrals={duties.referrals} />
      <TasksSection tasks={duties.tasks} />
      <SignaturesSection agreements={duties.signatures} />
    </>
  )
}

const Aside = () => (
  <>
    <ActivitiesAside />
    <NewsAside />
  </>
)

/** What is mine to do now, and by when. */
export const TodayPage = () => {
  const t = useTexts('today')
  const { duties, refusal } = useDuties()
  return (
    <Page aside={<Aside />} asideLabel={t('aside')}>
      <PageHead title={t('room.today.title')} second={useSummary(duties)} />
      <RefusalNote refusal={refusal} />
      {duties === undefined ? refusal === undefined && <QuietLoading /> : <Body duties={duties} />}
    </Page>
  )
}
