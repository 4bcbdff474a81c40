import type { ConferenceSummary } from '@mreza/contracts-conferences'
import { HangingSection, Page, PageHead, useFormats, useTexts } from '@mreza/ui'
import { usePeople } from '../../../api/people.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { Facts } from '../facts.tsx'
import { WhoChip } from '../who-chip.tsx'
import { MyAnswer } from './my-answer.tsx'

const From = ({ personId }: { personId: ConferenceSummary['scheduledBy'] }) => {
  const nameOf = useNameOf()
  const person = usePeople([personId]).get(personId)
  if (person === undefined) return null
  return <WhoChip institutionId={person.institutionId}>{nameOf(person.displayName)}</WhoChip>
}

/** The neutral face of a conference: when, where, which case by its code, from whom; and the answer. Nothing about the person (CF19). */
export const InvitationPage = ({ invitation }: { invitation: ConferenceSummary }) => {
  const t = useTexts('conference')
  const formats = useFormats()
  const { startsAt, duration, place, caseCode, scheduledBy } = invitation
  return (
    <Page>
      <PageHead title={t('invitation.title')} second={t('invitation.privacy')} />
      <HangingSection title={t('about')} summary={t(`state.${invitation.state}`)}>
        <Facts
          facts={[
            [t('fact.when'), <strong key="when">{t('moment', { date: formats.fullDate(startsAt), time: formats.time(startsAt) })}</strong>],
            [t('fact.length'), formats.duration(duration * 60_000)],
            [t('fact.where'), place],
            [
              t('fact.case'),
              <span key="code" className="code">
                {caseCode}
              </span>,
            ],
            [t('fact.from'), <From key="from" personId={scheduledBy} />],
          ]}
        />
      </HangingSection>
      <HangingSection title={t('answer')}>
        <MyAnswer conference={invitation} primary />
      </HangingSection>
    </Page>
  )
}
