import type { Service } from '@mreza/contracts-directory'
import { InOwnLanguage, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useCodeText } from '../code-text.ts'
import { useInstitutionNames } from '../institution-names.ts'
import { WhereThisIsSaid } from '../sources.tsx'

const Provider = ({ service }: { service: Service }) => {
  const t = useTexts('directory')
  const names = useInstitutionNames()
  const { providerId, providerText } = service
  const name = providerId === null ? undefined : names.get(providerId)?.name
  if (providerId !== null && name !== undefined)
    return (
      <Link to="/directory/$institutionId" params={{ institutionId: providerId }}>
        <InOwnLanguage text={name} />
      </Link>
    )
  return providerText === null ? <span className="quiet">{t('provider.notStated')}</span> : <span lang="en">{providerText}</span>
}

const useUsage = () => {
  const codeText = useCodeText()
  return (usage: Service['usage']): string =>
    Object.entries(usage ?? {})
      .map(([name, value]) => `${codeText('usage', name).text}: ${value}`)
      .join(', ')
}

/** A service by name, who provides it, and whatever else the source says of it; where that is said comes on demand. */
export const ServiceName = ({ service, withProvider }: { service: Service; withProvider: boolean }) => {
  const t = useTexts('directory')
  const codeText = useCodeText()
  const usage = useUsage()(service.usage)
  const group = service.legalGroup === null ? null : codeText('group', service.legalGroup)
  return (
    <>
      <p className="strong">
        <InOwnLanguage text={service.name} />
      </p>
      {withProvider && (
        <p>
          <Provider service={service} />
        </p>
      )}
      {group !== null && (
        <p className="label" lang={group.lang}>
          {group.text}
        </p>
      )}
      {service.notes !== null && (
        <p className="second" lang="en">
          {service.notes}
        </p>
      )}
      {service.scope !== null && <p className="label">{t('service.scope', { scope: service.scope })}</p>}
      {usage !== '' && <p className="label">{t('service.usage', { usage })}</p>}
      <WhereThisIsSaid sources={service.sources} />
    </>
  )
}
