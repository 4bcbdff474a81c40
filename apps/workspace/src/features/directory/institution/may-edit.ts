import { canInDirectory, type InstitutionDetail } from '@mreza/contracts-directory'
import { useMe } from '../../../api/session.ts'

/** May the reader add people and contacts here (DI6)? The service decides anyway. */
export const useMayEdit = ({ id, networkId }: InstitutionDetail): boolean =>
  canInDirectory(useMe().subject, 'directory.edit-institution', { institutionId: id, networkId })
