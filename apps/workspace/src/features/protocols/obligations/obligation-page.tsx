import type { ObligationDetail, ObligationId, ObligationTerm } from '@mreza/contracts-agreements'
import type { PersonId } from '@mreza/contracts-kernel'
import { HangingSection, InOwnLanguage, Page, PageHead, QuietLoading, RefusalNote, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { usePeople } from '../../../api/people.ts'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { Comments } from './comments.tsx'
import { useOwner, useReported } from './in-words.ts'
import { ObligationStateMark } from './obligation-state-mark.tsx'
import { Responsible } from './responsible.tsx'
import { type NameOf, TermSection } from './term-section.tsx'

const namedIn = ({ evidence, dispute, waiver }: ObligationTerm): (PersonId | null | undefined)[] => [
  ...evidence.map(({ by }) => by),
  dispute?.by,
  dispute?.settled?.by,
  waiver?.by,
]

const useNames = ({ responsibleId, terms, comments }: ObligationDetail): NameOf => {
  const people = usePeople([responsibleId, ...terms.flatMap(namedIn), ...comments.map(({ by }) => by)])
  const spoken = useNameOf()
  return (id) => {
    const person = people.get(id)
    return person && spoken(person.displayName)
  }
}

const Promised = ({ obligation, nameOf }: { obligation: ObligationDetail; nameOf: NameOf }) => {
  const t = useTexts('obligations')
  const reported = useReported()(obligation)
  return (
    <HangingSection title={t('promise')} summary={reported ?? undefined}>
      <p>
        <Link to="/protocols/$agreementId" params={{ agreementId: obligation.agreementId }}>
          <InOwnLanguage text={obligation.agreementTitle} />
        </Link>
        {' · '}
        {t('article', { number: String(obligation.articleNumber) })}
      </p>
      <p>
        <span className="label">{t('measure')}</span> <InOwnLanguage text={obligation.measure} />
      </p>
      <p>
        <span className="label">{t('evidence.asked')}</span> <InOwnLanguage text={obligation.evidenceAsked} />
      </p>
      {obligation.observes !== null && <p className="second">{t('observes')}</p>}
      <Responsible obligation={obligation} nameOf={nameOf} />
    </HangingSection>
  )
}

const Obligation = ({ obligation }: { obligation: ObligationDetail }) => {
  const t = useTexts('obligations')
  const ownerOf = useOwner()
  const nameOf = useNames(obligation)
  return (
    <Page>
      <PageHead
        title={<InOwnLanguage text={obligation.what} />}
        second={
          <>
            <ObligationStateMark state={obligation.term.state} /> {ownerOf(obligation.institutionId)}
            {obligation.endedAt !== null && ` · ${t('ended')}`}
          </>
        }
      />
      <Promised obligation={obligation} nameOf={nameOf} />
      <HangingSection title={t('terms')}>
        {obligation.terms.map((term) => (
          <TermSection key={term.id} obligation={obligation} term={term} nameOf={nameOf} />
        ))}
      </HangingSection>
      <Comments obligation={obligation} nameOf={nameOf} />
      <p>
        <Link to="/protocols/obligations">{t('toRegister')}</Link>
      </p>
    </Page>
  )
}

/** One obligation: what was promised, who sees to it, its terms with their evidence, and what was said. */
export const ObligationPage = () => {
  const t = useTexts('obligations')
  const { obligationId } = useParams({ from: '/rooms/protocols/obligations/$obligationId' })
  const { data, error } = useQuery(useApi().agreements.readObligation.queryOptions({ obligationId: obligationId as ObligationId }))
  if (data !== undefined) return <Obligation key={data.id} obligation={data} />
  return (
    <Page>
      <PageHead title={t('title')} />
      {error === null ? <QuietLoading /> : <RefusalNote refusal={refusalIfAny(error)} />}
    </Page>
  )
}
