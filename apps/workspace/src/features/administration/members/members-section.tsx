import type { Member } from '@mreza/contracts-identity'
import type { NetworkId } from '@mreza/contracts-kernel'
import { foldForSearch } from '@mreza/i18n'
import { Checkbox, HangingSection, Rows, TextField, useFormats, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { useNameOf } from '../../../app/layout/own-words.ts'
import styles from '../administration.module.css'
import { Loaded } from '../loaded.tsx'
import { EndMembershipDialog } from './end-membership-dialog.tsx'
import { MemberRow } from './member-row.tsx'

/** Those whose name has the letters, in the order of the alphabet. */
const useFiltered = (words: string) => {
  const nameOf = useNameOf()
  const { compare } = useFormats()
  const wanted = foldForSearch(words.trim())
  return (members: readonly Member[]) =>
    members
      .filter(({ displayName }) => foldForSearch(displayName.srLatn).includes(wanted))
      .toSorted((one, other) => compare(nameOf(one.displayName), nameOf(other.displayName)))
}

/** Who may sign in and act for an institution of the network. */
export const MembersSection = ({ networkId }: { networkId: NetworkId | null }) => {
  const t = useTexts('administration')
  const [alsoEnded, setAlsoEnded] = useState(false)
  const [words, setWords] = useState('')
  const [leaving, setLeaving] = useState<Member | null>(null)
  const filtered = useFiltered(words)
  const members = useQuery(useApi().identity.listMembers.queryOptions({ networkId, alsoEnded }))
  return (
    <HangingSection title={t('members.title')} summary={members.data && t('members.count', { count: members.data.length })}>
      <div className={styles.filter}>
        <TextField label={t('members.find')} type="search" autoComplete="off" value={words} onChange={setWords} />
        <Checkbox isSelected={alsoEnded} onChange={setAlsoEnded}>
          {t('members.alsoEnded')}
        </Checkbox>
      </div>
      <Loaded query={members}>
        {(list) =>
          filtered(list).length === 0 ? (
            <p className="second">{t(list.length === 0 ? 'members.none' : 'members.noneFound')}</p>
          ) : (
            <Rows label={t('members.title')}>
              {filtered(list).map((member) => (
                <MemberRow key={member.membershipId} member={member} onEnd={() => setLeaving(member)} />
              ))}
            </Rows>
          )
        }
      </Loaded>
      {leaving && <EndMembershipDialog member={leaving} onClose={() => setLeaving(null)} />}
    </HangingSection>
  )
}
