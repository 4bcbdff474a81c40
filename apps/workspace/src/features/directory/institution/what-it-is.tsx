import type { InstitutionDetail } from '@mreza/contracts-directory'
import { InOwnLanguage, useLocalized, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useNetworks } from '../../../api/institutions.ts'
import { useInstitutionNames } from '../institution-names.ts'

/** Its sector, its network, and the institution that it is a part of. */
export const WhatItIs = ({ institution }: { institution: InstitutionDetail }) => {
  const t = useTexts('directory')
  const words = useTexts('words')
  const localized = useLocalized()
  const { all } = useNetworks()
  const { parentId, networkId } = institution
  const parent = useInstitutionNames().get(parentId ?? institution.id)
  const network = all.find(({ id }) => id === networkId)
  return (
    <>
      {words(`sector.${institution.sector}`)}
      {network !== undefined && (
        <>
          {' · '}
          <InOwnLanguage text={network.city} />
        </>
      )}
      {networkId === null && institution.sector !== 'national-body' && ` · ${t('institution.national')}`}
      {parentId !== null && parent !== undefined && (
        <>
          {' · '}
          <Link to="/directory/$institutionId" params={{ institutionId: parentId }}>
            {t('institution.partOf', { institution: localized(parent.name) })}
          </Link>
        </>
      )}
    </>
  )
}
