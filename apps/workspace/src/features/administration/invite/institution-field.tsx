import type { InstitutionSummary } from '@mreza/contracts-directory'
import { canInIdentity } from '@mreza/contracts-identity'
import type { Subject } from '@mreza/contracts-kernel'
import { ComboBox, QuietLoading, useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useSearch } from '@tanstack/react-router'
import { useNetworks } from '../../../api/institutions.ts'
import { useMe } from '../../../api/session.ts'
import { type NetworkSearch, noNetwork } from '../network-search.ts'
import { useEveryInstitution } from '../use-every-institution.ts'
import { newPerson } from './invite-draft.ts'
import type { Invite } from './use-invite.ts'

const mayInvite = (subject: Subject) => (institution: InstitutionSummary) =>
  canInIdentity(subject, 'membership.invite', { networkId: institution.networkId, institutionId: institution.id, roles: ['practitioner'] })

/** The institutions into which one may invite; with a network in the address, those of that network. */
const useChoices = () => {
  const { subject } = useMe()
  const { network } = useSearch({ strict: false }) as NetworkSearch
  const { all } = useNetworks()
  const localized = useLocalized()
  const { compare } = useFormats()
  const wanted = ({ networkId }: InstitutionSummary) => network === undefined || (networkId ?? noNetwork) === network
  const cityOf = ({ networkId }: InstitutionSummary) => all.find(({ id }) => id === networkId)?.city
  return [...useEveryInstitution().values()]
    .filter(mayInvite(subject))
    .filter(wanted)
    .map((institution) => {
      const city = network === undefined && subject.networkId === null ? cityOf(institution) : undefined
      return { value: institution.id, label: localized(institution.name), ...(city === undefined ? {} : { second: localized(city) }) }
    })
    .toSorted((one, other) => compare(one.label, other.label))
}

/** *Ustanove: Niš. Upišite nekoliko slova.* */
const useHint = () => {
  const t = useTexts('administration')
  const localized = useLocalized()
  const { network } = useSearch({ strict: false }) as NetworkSearch
  const city = useNetworks().all.find(({ id }) => id === network)?.city
  if (network === noNetwork) return t('invite.institution.in', { network: t('network.none') })
  return city === undefined ? t('invite.institution.hint') : t('invite.institution.in', { network: localized(city) })
}

/** For which institution the person will act. */
export const InstitutionField = ({ invite: { draft, change, errorOf } }: { invite: Invite }) => {
  const t = useTexts('administration')
  const choices = useChoices()
  const hint = useHint()
  if (useEveryInstitution().size === 0) return <QuietLoading />
  return (
    <ComboBox
      label={t('invite.institution')}
      hint={hint}
      options={choices}
      value={draft.institutionId}
      onChange={(institutionId) => change({ institutionId, whom: newPerson })}
      error={errorOf('institutionId')}
    />
  )
}
