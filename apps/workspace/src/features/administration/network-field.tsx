import { Select, useLocalized, useTexts } from '@mreza/ui'
import { useNavigate } from '@tanstack/react-router'
import { noNetwork } from './network-search.ts'
import type { NetworkChoice } from './use-network-choice.ts'

/** Whose members to look at; only for the administrator, who governs every network. */
export const NetworkField = ({ choice: { networkId, networks } }: { choice: NetworkChoice }) => {
  const t = useTexts('administration')
  const localized = useLocalized()
  const navigate = useNavigate()
  const options = [
    ...networks.map(({ id, city }) => ({ value: id as string, label: localized(city) })),
    { value: noNetwork, label: t('network.none') },
  ]
  return (
    <Select
      label={t('network.label')}
      options={options}
      value={networkId === undefined ? null : (networkId ?? noNetwork)}
      onChange={(network) => void navigate({ to: '/administration', search: { network: network as never }, replace: true })}
    />
  )
}
