import type { Role } from '@mreza/contracts-kernel'
import { toCyrillic } from '@mreza/i18n'
import { useLanguage, useLocalized, useTexts } from '@mreza/ui'
import { useInstitutions, useNetworks } from '../../api/institutions.ts'
import { useMe } from '../../api/session.ts'

/** A professional's name in the script of the language; English uses the Latin one. */
export const useNameOf = () => {
  const language = useLanguage()
  return (name: { readonly srLatn: string; readonly srCyrl: string }): string =>
    language === 'sr-Cyrl' ? name.srCyrl || toCyrillic(name.srLatn) : name.srLatn
}

/** One's own name. */
export const useOwnName = (): string => useNameOf()(useMe().displayName)

const weight: readonly Role[] = ['coordinator', 'head', 'city-official', 'center-officer', 'administrator', 'auditor', 'practitioner']

/** *koordinacija mreže, CSR*: one's first role and the institution one acts for. */
export const useOwnPlace = (): string => {
  const { subject } = useMe()
  const words = useTexts('words')
  const localized = useLocalized()
  const institution = useInstitutions().get(subject.institutionId)
  const role = weight.find((each) => subject.roles.includes(each))
  const parts = [role && words(`role.${role}`), institution && localized(institution.shortName)]
  return parts.filter(Boolean).join(', ')
}

/** *Mreža u Nišu*: the network in which one acts; nothing for those who belong to none. */
export const useOwnNetwork = (): string | undefined => {
  const t = useTexts('shell')
  const language = useLanguage()
  const { own } = useNetworks()
  if (own === undefined) return undefined
  const place = language === 'en' ? own.city.en : language === 'sr-Cyrl' ? own.locative.srCyrl : own.locative.srLatn
  return t('network.in', { place })
}
