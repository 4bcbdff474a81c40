import { canInAgreements, type Template } from '@mreza/contracts-agreements'
import type { NetworkId, Slug } from '@mreza/contracts-kernel'
import { EmptyState, Page, PageHead, QuietLoading, RefusalNote, useLocalized, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { usePartyInstitutions } from '../party-institutions.ts'
import { DraftForm } from './draft-form.tsx'
import { choicesOf } from './parties-choice.ts'

const FormOf = ({ template, networkId }: { template: Template; networkId: NetworkId }) => {
  const institutions = usePartyInstitutions(networkId)
  if (institutions.length === 0) return <QuietLoading />
  return <DraftForm template={template} networkId={networkId} choices={choicesOf(template, institutions)} />
}

const DraftOf = ({ templateId, networkId }: { templateId: Slug; networkId: NetworkId }) => {
  const t = useTexts('protocols')
  const localized = useLocalized()
  const { data, error } = useQuery(useApi().agreements.readTemplate.queryOptions({ templateId }))
  return (
    <Page>
      <PageHead title={t('draft.title')} second={data && t('draft.second', { title: localized(data.title) })} />
      <RefusalNote refusal={refusalIfAny(error)} />
      {data === undefined ? error === null && <QuietLoading /> : <FormOf template={data} networkId={networkId} />}
    </Page>
  )
}

/** Makes an agreement from a template: the coordinator chooses who takes part. */
export const DraftPage = () => {
  const t = useTexts('protocols')
  const { subject } = useMe()
  const { templateId } = useParams({ from: '/rooms/protocols/new/$templateId' })
  const { networkId } = subject
  if (networkId !== null && canInAgreements(subject, 'agreement.draft', { networkId }))
    return <DraftOf templateId={templateId} networkId={networkId} />
  return (
    <Page>
      <PageHead title={t('draft.title')} />
      <EmptyState title={t('draft.notAllowed')}>{t('draft.notAllowed.why')}</EmptyState>
    </Page>
  )
}
