import { canInIdentity, rolesOfAdministrator } from '@mreza/contracts-identity'
import { type InstitutionId, Role } from '@mreza/contracts-kernel'
import { Checkbox, CheckboxGroup, useTexts } from '@mreza/ui'
import { useMe } from '../../../api/session.ts'
import type { Invite } from './use-invite.ts'

const usual = Role.options.filter((role) => !rolesOfAdministrator.includes(role))
const inOrder: readonly Role[] = [...usual.toSorted((role) => (role === 'practitioner' ? -1 : 0)), ...rolesOfAdministrator]

/** The roles that one may give (ID9), each with what it opens. */
export const RolesField = ({ invite: { draft, change, errorOf } }: { invite: Invite }) => {
  const t = useTexts('administration')
  const words = useTexts('words')
  const { subject } = useMe()
  const asked = { networkId: subject.networkId, institutionId: subject.institutionId as InstitutionId }
  const mine = inOrder.filter((role) => canInIdentity(subject, 'membership.invite', { ...asked, roles: [role] }))
  return (
    <CheckboxGroup
      label={t('invite.roles')}
      value={[...draft.roles]}
      onChange={(roles) => change({ roles: roles as Role[] })}
      error={errorOf('roles')}
    >
      {mine.map((role) => (
        <Checkbox key={role} value={role}>
          {words(`role.${role}`)} <span className="second">{t(`role.what.${role}`)}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
