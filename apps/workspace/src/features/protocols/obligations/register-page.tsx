import type { ObligationSummary } from '@mreza/contracts-agreements'
import type { NetworkId } from '@mreza/contracts-kernel'
import { EmptyState, Page, PageHead, QuietLoading, RefusalNote, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { RegisterFilter } from './register-filter.tsx'
import { type RegisterSearch, whatIsOpen } from './register-search.ts'
import { RegisterTable } from './register-table.tsx'

const narrowed = (obligations: readonly ObligationSummary[], { state, agreement, institution }: RegisterSearch) =>
  obligations.filter(
    ({ term, agreementId, institutionId }) =>
      (state === undefined || term.state === state) &&
      (agreement === undefined || agreementId === agreement) &&
      (institution === undefined || institutionId === institution),
  )

const Register = ({ networkId }: { networkId: NetworkId }) => {
  const t = useTexts('obligations')
  const search = useSearch({ from: '/rooms/protocols/obligations' })
  const navigate = useNavigate()
  const { data, error } = useQuery(useApi().agreements.listObligations.queryOptions({ networkId }))
  if (data === undefined) return error === null ? <QuietLoading /> : <RefusalNote refusal={refusalIfAny(error)} />
  if (data.length === 0) return <EmptyState title={t('empty')}>{t('empty.why')}</EmptyState>
  const shown = narrowed(data, search)
  return (
    <>
      <RegisterFilter
        networkId={networkId}
        obligations={data}
        search={search}
        onChange={(next) => void navigate({ to: '/protocols/obligations', search: next, replace: true })}
      />
      <p className="second" role="status">
        {[t('count', { count: shown.length }), t('count.open', { count: whatIsOpen(shown).length })].join(' · ')}
      </p>
      {shown.length > 0 && <RegisterTable obligations={shown} />}
    </>
  )
}

/** The register of obligations of one's network, what hurts first. */
export const RegisterPage = () => {
  const t = useTexts('obligations')
  const { networkId } = useMe().subject
  return (
    <Page wide>
      <PageHead title={t('title')} second={t('second')} />
      {networkId === null ? <EmptyState title={t('noNetwork')} /> : <Register networkId={networkId} />}
    </Page>
  )
}
