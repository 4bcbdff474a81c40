import { type Provision, thisAgreement } from '@mreza/contracts-agreements'
import { useLocalized, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'

const hour = 60 * 60_000

/** Says where a rule comes from: the document's title and the place in it, as far as they are known. */
export const useSource = () => {
  const t = useTexts('protocols')
  const localized = useLocalized()
  const { data } = useQuery(useApi().directory.listNationalRecords.queryOptions({}, { staleTime: hour }))
  return ({ document, provision }: Provision): string => {
    const place = provision === null ? '' : localized(provision)
    if (document === thisAgreement) return t('article.ofThis', { place })
    const record = data?.find(({ slug }) => slug === document)
    const title = record === undefined ? document : localized(record.title)
    return place === '' ? title : `${title}, ${place}`
  }
}
