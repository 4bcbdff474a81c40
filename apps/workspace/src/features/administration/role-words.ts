import type { Role } from '@mreza/contracts-kernel'
import { useFormats, useTexts } from '@mreza/ui'

/** *stručni rad i rukovođenje ustanovom* */
export const useRoleWords = () => {
  const words = useTexts('words')
  const formats = useFormats()
  return (roles: readonly Role[]): string => formats.list(roles.map((role) => words(`role.${role}`)))
}
