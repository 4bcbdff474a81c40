import { useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { useInstitutions } from '../../../api/institutions.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import type { Mentionable } from '../editor/editing-context.ts'
import { usePlan } from '../plan-context.ts'

/** Whom one can name in the plan: the institutions that take part and their people, and the articles of the case's agreement. */
export const useMentionable = (): readonly Mentionable[] => {
  const t = useTexts('plan')
  const { theCase } = usePlan()
  const api = useApi()
  const localized = useLocalized()
  const nameOf = useNameOf()
  const { compare } = useFormats()
  const institutions = useInstitutions()
  const parties = [
    ...new Set(theCase?.participations.flatMap(({ institutionId, endedAt }) => (endedAt === null ? [institutionId] : [])) ?? []),
  ]
  const { data: people } = useQuery(api.directory.listPeople.queryOptions({ institutionIds: parties }, { enabled: parties.length > 0 }))
  const agreementId = theCase?.agreement?.id
  const { data: agreement } = useQuery({
    ...api.agreements.readAgreement.queryOptions({ agreementId: agreementId ?? '' } as never),
    enabled: agreementId !== undefined,
    retry: false,
  })
  const names = parties.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the language gives is made anew at each look; the words it gives are not
  return useMemo(() => {
    const ofInstitutions = names.split(',').flatMap((id): Mentionable[] => {
      const institution = institutions.get(id as never)
      return institution === undefined
        ? []
        : [{ kind: 'institution', id, label: localized(institution.shortName), second: localized(institution.name) }]
    })
    const ofPeople = (people ?? []).map(({ id, displayName, jobTitle }): Mentionable => {
      return { kind: 'person', id, label: nameOf(displayName), second: localized(jobTitle) }
    })
    const articles = (agreement?.content.articles ?? []).map(({ number, title }): Mentionable => {
      return { kind: 'article', id: `${agreementId}/${number}`, label: t('mention.article', { number }), second: localized(title) }
    })
    return [...ofInstitutions, ...ofPeople.sort((a, b) => compare(a.label, b.label)), ...articles]
  }, [names, institutions, people, agreement])
}
