import type { ObligationSummary } from '@mreza/contracts-agreements'
import type { NetworkId } from '@mreza/contracts-kernel'
import { Select, useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { useOwner } from './in-words.ts'
import styles from './obligations.module.css'
import { obligationStates, type RegisterSearch } from './register-search.ts'

const all = 'all'

/** Narrows the register; the choices are those that its obligations have, and stand in the address. */
export const RegisterFilter = ({
  networkId,
  obligations,
  search,
  onChange,
}: {
  networkId: NetworkId
  obligations: readonly ObligationSummary[]
  search: RegisterSearch
  onChange: (search: RegisterSearch) => void
}) => {
  const t = useTexts('obligations')
  const localized = useLocalized()
  const formats = useFormats()
  const ownerOf = useOwner()
  const { data: agreements = [] } = useQuery(useApi().agreements.listAgreements.queryOptions({ networkId }))
  const narrow = (name: keyof RegisterSearch) => (value: string) => {
    const { [name]: _, ...rest } = search
    onChange(value === all ? rest : ({ ...rest, [name]: value } as RegisterSearch))
  }
  const every = { value: all, label: t('filter.all') }
  const agreementIds = new Set<string>(obligations.map(({ agreementId }) => agreementId))
  const ofAgreements = agreements
    .filter(({ id }) => agreementIds.has(id))
    .map(({ id, title }) => ({ value: id as string, label: localized(title) }))
  const owners = [...new Set(obligations.map(({ institutionId }) => institutionId))].map((id) => ({
    value: id as string,
    label: ownerOf(id),
  }))
  const states = obligationStates.map((value) => ({ value: value as string, label: t(`state.${value}`) }))
  owners.sort((a, b) => formats.compare(a.label, b.label))
  return (
    <div className={styles.narrow}>
      <Select label={t('filter.state')} value={search.state ?? all} onChange={narrow('state')} options={[every, ...states]} />
      <Select
        label={t('filter.agreement')}
        value={search.agreement ?? all}
        onChange={narrow('agreement')}
        options={[every, ...ofAgreements]}
      />
      <Select
        label={t('filter.institution')}
        value={search.institution ?? all}
        onChange={narrow('institution')}
        options={[every, ...owners]}
      />
    </div>
  )
}
