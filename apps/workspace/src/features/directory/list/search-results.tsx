import type { InstitutionId } from '@mreza/contracts-kernel'
import { EmptyState, HangingSection, InOwnLanguage, QuietLoading, RefusalNote, Row, Rows, useTexts } from '@mreza/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { useNetworks } from '../../../api/institutions.ts'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { useInstitutionNames } from '../institution-names.ts'
import { NamedInstitution } from '../named-institution.tsx'
import { ownFirst } from '../own-first.ts'

const Place = ({ id }: { id: InstitutionId }) => {
  const t = useTexts('directory')
  const { all } = useNetworks()
  const institution = useInstitutionNames().get(id)
  const network = all.find((each) => each.id === institution?.networkId)
  if (institution === undefined) return null
  return network === undefined ? t('institution.national') : <InOwnLanguage text={network.city} />
}

const InstitutionLink = ({ id, children }: { id: InstitutionId; children: ReactNode }) => (
  <Link to="/directory/$institutionId" params={{ institutionId: id }}>
    {children}
  </Link>
)

const NameOf = ({ id }: { id: InstitutionId }) => {
  const institution = useInstitutionNames().get(id)
  return institution === undefined ? null : <InOwnLanguage text={institution.name} />
}

const useFound = (text: string) =>
  useQuery(useApi().directory.searchDirectory.queryOptions({ text }, { placeholderData: keepPreviousData }))
type Found = NonNullable<ReturnType<typeof useFound>['data']>

const Institutions = ({ institutions }: Pick<Found, 'institutions'>) => {
  const t = useTexts('directory')
  const { subject } = useMe()
  if (institutions.length === 0) return null
  return (
    <HangingSection title={t('search.institutions')} summary={t('search.count', { count: institutions.length })}>
      <Rows>
        {ownFirst(institutions, subject.networkId).map((institution) => (
          <Row
            key={institution.id}
            title={<NamedInstitution institution={institution} />}
            action={
              <span className="second">
                <Place id={institution.id} />
              </span>
            }
          />
        ))}
      </Rows>
    </HangingSection>
  )
}

const People = ({ people }: Pick<Found, 'people'>) => {
  const t = useTexts('directory')
  const nameOf = useNameOf()
  if (people.length === 0) return null
  return (
    <HangingSection title={t('search.people')} summary={t('search.count', { count: people.length })}>
      <Rows>
        {people.map(({ id, displayName, jobTitle, institutionId }) => (
          <Row
            key={id}
            title={<InstitutionLink id={institutionId}>{nameOf(displayName)}</InstitutionLink>}
            second={
              <>
                <InOwnLanguage text={jobTitle} />, <NameOf id={institutionId} />
              </>
            }
          />
        ))}
      </Rows>
    </HangingSection>
  )
}

const Services = ({ services }: Pick<Found, 'services'>) => {
  const t = useTexts('directory')
  if (services.length === 0) return null
  return (
    <HangingSection title={t('search.services')} summary={t('search.count', { count: services.length })}>
      <Rows>
        {services.map(({ id, name, providerId }) => (
          <Row
            key={id}
            title={
              providerId === null ? (
                <InOwnLanguage text={name} />
              ) : (
                <InstitutionLink id={providerId}>
                  <InOwnLanguage text={name} />
                </InstitutionLink>
              )
            }
            second={providerId === null ? t('provider.notStated') : <NameOf id={providerId} />}
          />
        ))}
      </Rows>
    </HangingSection>
  )
}

/** Institutions, people and services of all networks that match, in either script (DI8). */
export const SearchResults = ({ words }: { words: string }) => {
  const t = useTexts('directory')
  const { data, error } = useFound(words)
  if (data === undefined) return error === null ? <QuietLoading /> : <RefusalNote refusal={refusalIfAny(error)} />
  const count = data.institutions.length + data.people.length + data.services.length
  return (
    <>
      <p className="visually-hidden" role="status">
        {t('search.count', { count })}
      </p>
      {count === 0 && <EmptyState title={t('search.nothing', { words })}>{t('search.nothing.why')}</EmptyState>}
      <Institutions institutions={data.institutions} />
      <People people={data.people} />
      <Services services={data.services} />
    </>
  )
}
