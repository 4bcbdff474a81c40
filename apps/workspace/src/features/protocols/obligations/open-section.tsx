import type { AgreementId, NetworkId } from '@mreza/contracts-kernel'
import { HangingSection, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { whatIsOpen } from './register-search.ts'
import { RegisterTable } from './register-table.tsx'

/** The open obligations of the network, the five that hurt most, and the way to all. Nothing where nobody owes anything. */
export const OpenSection = ({ networkId }: { networkId: NetworkId }) => {
  const t = useTexts('obligations')
  const { data = [] } = useQuery(useApi().agreements.listObligations.queryOptions({ networkId }))
  if (data.length === 0) return null
  const open = whatIsOpen(data)
  return (
    <HangingSection title={t('title')} summary={t('count.open', { count: open.length })}>
      {open.length > 0 && <RegisterTable obligations={open.slice(0, 5)} />}
      <p>
        <Link to="/protocols/obligations">{t('toRegister')}</Link>
      </p>
    </HangingSection>
  )
}

/** The way from an agreement to what its parties owe under it. */
export const ObligationsOfAgreement = ({ agreementId, networkId }: { agreementId: AgreementId; networkId: NetworkId }) => {
  const t = useTexts('obligations')
  const { data = [] } = useQuery(useApi().agreements.listObligations.queryOptions({ networkId, agreementId }))
  if (data.length === 0) return null
  return (
    <section>
      <h3>{t('title')}</h3>
      <p>{[t('count', { count: data.length }), t('count.open', { count: whatIsOpen(data).length })].join(' · ')}</p>
      <p>
        <Link to="/protocols/obligations" search={{ agreement: agreementId }}>
          {t('toRegister')}
        </Link>
      </p>
    </section>
  )
}
