import type { InstitutionId } from '@mreza/contracts-kernel'
import { Chip, useLocalized } from '@mreza/ui'
import type { ReactNode } from 'react'
import { useInstitutions } from '../../api/institutions.ts'

/** An institution, or one of its people, as a chip; filled when it is here at this moment. */
export const WhoChip = ({
  institutionId,
  here = false,
  children,
}: {
  institutionId: InstitutionId
  here?: boolean
  children?: ReactNode
}) => {
  const localized = useLocalized()
  const institution = useInstitutions().get(institutionId)
  if (institution === undefined) return <span>{children}</span>
  const name = localized(institution.name)
  return (
    <Chip sector={institution.sector} short={localized(institution.shortName)} institution={name} here={here}>
      {children ?? name}
    </Chip>
  )
}
