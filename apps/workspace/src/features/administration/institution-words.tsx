import type { InstitutionId } from '@mreza/contracts-kernel'
import { InOwnLanguage, useTexts } from '@mreza/ui'
import { useEveryInstitution } from './use-every-institution.ts'

/** The name of an institution; what the directory does not know is the installation's own administration. */
export const InstitutionName = ({ id }: { id: InstitutionId }) => {
  const t = useTexts('administration')
  const institutions = useEveryInstitution()
  const institution = institutions.get(id)
  if (institution !== undefined) return <InOwnLanguage text={institution.name} />
  return institutions.size === 0 ? null : t('installation.own')
}
