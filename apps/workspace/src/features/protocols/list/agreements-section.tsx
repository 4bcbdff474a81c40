import type { AgreementSummary } from '@mreza/contracts-agreements'
import type { NetworkId } from '@mreza/contracts-kernel'
import { EmptyState, HangingSection, InOwnLanguage, QuietLoading, RefusalNote, Row, Rows, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { AgreementStateMark, useStandsSince } from '../agreement-state-mark.tsx'
import { countOf } from '../standing-of.ts'

const useCounts = () => {
  const t = useTexts('protocols')
  return (agreement: AgreementSummary): string[] => {
    const whole = agreement.parties.length
    if (agreement.state === 'draft') return [t('agreements.parties', { count: whole })]
    const declined = countOf(agreement, 'declined')
    const signed = t('agreements.signed', { part: countOf(agreement, 'signed'), whole })
    return declined === 0 ? [signed] : [signed, t('agreements.declined', { count: declined })]
  }
}

const AgreementRow = ({ agreement }: { agreement: AgreementSummary }) => {
  const since = useStandsSince()
  const counts = useCounts()
  return (
    <Row
      lead={<AgreementStateMark state={agreement.state} />}
      title={
        <Link to="/protocols/$agreementId" params={{ agreementId: agreement.id }}>
          <InOwnLanguage text={agreement.title} />
        </Link>
      }
      second={[since(agreement), ...counts(agreement)].join(' · ')}
    />
  )
}

const AgreementsOf = ({ networkId }: { networkId: NetworkId }) => {
  const t = useTexts('protocols')
  const { data, error } = useQuery(useApi().agreements.listAgreements.queryOptions({ networkId }))
  if (data === undefined) return error === null ? <QuietLoading /> : <RefusalNote refusal={refusalIfAny(error)} />
  if (data.length === 0) return <EmptyState title={t('agreements.empty')}>{t('agreements.empty.why')}</EmptyState>
  return (
    <Rows lead="clock" label={t('agreements')}>
      {data.map((agreement) => (
        <AgreementRow key={agreement.id} agreement={agreement} />
      ))}
    </Rows>
  )
}

/** The agreements of the network, newest first: how far each has come and how many of whom have signed. */
export const AgreementsSection = ({ networkId }: { networkId: NetworkId | null }) => {
  const t = useTexts('protocols')
  return (
    <HangingSection title={t('agreements')}>
      {networkId === null ? (
        <EmptyState title={t('agreements.noNetwork')}>{t('agreements.noNetwork.why')}</EmptyState>
      ) : (
        <AgreementsOf networkId={networkId} />
      )}
    </HangingSection>
  )
}
