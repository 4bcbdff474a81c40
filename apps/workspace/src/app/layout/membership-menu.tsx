import type { MembershipId } from '@mreza/contracts-identity'
import { Icon, Menu, MenuItem, MenuTrigger, useLocalized, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'react-aria-components'
import { useApi } from '../../api/api-context.tsx'
import { useInstitutions, useNetworks } from '../../api/institutions.ts'
import { useEnter, useMe } from '../../api/session.ts'
import styles from './top-bar.module.css'

const useMembershipName = () => {
  const localized = useLocalized()
  const institutions = useInstitutions()
  const { all } = useNetworks()
  return (membership: ReturnType<typeof useMe>['memberships'][number]): string => {
    const institution = institutions.get(membership.institutionId)
    const network = all.find((each) => each.id === membership.networkId)
    return [institution && localized(institution.name), network && localized(network.city)].filter(Boolean).join(' · ')
  }
}

/** The memberships in which one may act; choosing another begins anew there. */
export const MembershipMenu = ({ label }: { label: string | undefined }) => {
  const t = useTexts('shell')
  const me = useMe()
  const enter = useEnter()
  const nameOf = useMembershipName()
  const words = useTexts('words')
  const change = useMutation(useApi().identity.switchMembership.mutationOptions({ onSuccess: (next) => enter(next) }))
  return (
    <MenuTrigger>
      <Button className={styles.network ?? ''}>
        <span className="visually-hidden">{t('me.network.switch')}: </span>
        {label ?? t('me.network')}
        <Icon name="down" />
      </Button>
      <Menu
        selectionMode="single"
        selectedKeys={[me.membershipId]}
        onAction={(key) => key !== me.membershipId && change.mutate({ membershipId: key as MembershipId })}
      >
        {me.memberships.map((membership) => (
          <MenuItem key={membership.id} id={membership.id}>
            {nameOf(membership) || membership.roles.map((role) => words(`role.${role}`)).join(', ')}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
