import type { Activity } from '@mreza/plan-document'
import { useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useInstitutions } from '../../../api/institutions.ts'

/** Is anything folded away? */
export const saysSomething = ({ supportingInstitutionIds, startsOn, proof }: Activity): boolean =>
  supportingInstitutionIds.length > 0 || startsOn !== null || proof !== ''

/** What is folded, in one line. */
export const useDetailsSummary = ({ supportingInstitutionIds, startsOn, proof }: Activity): string => {
  const t = useTexts('plan')
  const formats = useFormats()
  const localized = useLocalized()
  const institutions = useInstitutions()
  const names = supportingInstitutionIds.flatMap((id) => {
    const institution = institutions.get(id)
    return institution === undefined ? [] : [localized(institution.shortName)]
  })
  const said = [
    ...(names.length === 0 ? [] : [t('activity.with', { names: formats.list(names) })]),
    ...(startsOn === null ? [] : [formats.since(`${startsOn}T12:00:00Z`)]),
    ...(proof === '' ? [] : [t('activity.proven')]),
  ]
  return said.length === 0 ? t('activity.details') : said.join(' · ')
}
