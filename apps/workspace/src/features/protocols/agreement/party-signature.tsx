import type { Party, PartyStanding } from '@mreza/contracts-agreements'
import type { Person } from '@mreza/contracts-directory'
import type { NetworkId } from '@mreza/contracts-kernel'
import { type MarkState, StateMark, useFormats, useLocalized, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { usePeople } from '../../../api/people.ts'
import { useMe } from '../../../api/session.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { useInstitutionName } from '../party-institutions.ts'
import styles from '../protocols.module.css'

const marks: Readonly<Record<PartyStanding['state'], MarkState>> = {
  named: 'unknown',
  asked: 'ready',
  signed: 'yes',
  declined: 'no',
  withdrawing: 'partly',
  withdrawn: 'no',
}

const useStandingWords = () => {
  const t = useTexts('protocols')
  const formats = useFormats()
  return (standing: PartyStanding): string => {
    if (standing.state === 'asked') return t('standing.asked', { date: formats.dateAfterPreposition(standing.askedAt) })
    if (standing.state === 'signed') return t('standing.signed', { date: formats.dateAfterPreposition(standing.signedAt) })
    if (standing.state === 'withdrawing') return t('standing.withdrawing', { date: formats.dateAfterPreposition(standing.endsAt) })
    if (standing.state === 'withdrawn') return t('standing.withdrawn', { date: formats.dateAfterPreposition(standing.withdrawnAt) })
    return t(`standing.${standing.state}`)
  }
}

const Behind = ({ standing }: { standing: PartyStanding }) => {
  const t = useTexts('protocols')
  const formats = useFormats()
  const nameOf = useNameOf()
  const actor = standing.state === 'signed' ? standing.signedBy : standing.state === 'declined' ? standing.declinedBy : null
  const people = usePeople([actor])
  const person = actor === null ? undefined : people.get(actor)
  const name = person === undefined ? '' : nameOf(person.displayName)
  if (standing.state === 'signed') return name === '' ? null : <p className="label">{t('standing.signedBy', { person: name })}</p>
  if (standing.state !== 'declined') return null
  return (
    <>
      <p className="label">{t('standing.declined.when', { date: formats.dateAfterPreposition(standing.declinedAt), person: name })}</p>
      {standing.reason !== null && <p className={styles.reason}>{t('standing.reason', { reason: standing.reason })}</p>}
    </>
  )
}

const useHeadWords = () => {
  const t = useTexts('protocols')
  const localized = useLocalized()
  const nameOf = useNameOf()
  return ([head]: readonly Person[]): string =>
    head === undefined ? t('signatures.noHead') : `${nameOf(head.displayName)}, ${localized(head.jobTitle)}`
}

/** One party: who it is, who signs for it, and where it stands. */
export const PartySignature = ({
  party,
  networkId,
  heads,
}: {
  party: Party
  networkId: NetworkId
  heads: readonly Person[] | undefined
}) => {
  const t = useTexts('protocols')
  const nameOf = useInstitutionName(networkId)
  const headWords = useHeadWords()
  const words = useStandingWords()
  const isMine = useMe().subject.institutionId === party.institutionId
  return (
    <li>
      <p className="strong">
        <Link to="/directory/$institutionId" params={{ institutionId: party.institutionId }}>
          {nameOf(party.institutionId)}
        </Link>
      </p>
      {isMine && <p className="label">{t('standing.yours')}</p>}
      {heads !== undefined && <p className="second">{headWords(heads)}</p>}
      <p>
        <StateMark state={marks[party.standing.state]}>{words(party.standing)}</StateMark>
      </p>
      <Behind standing={party.standing} />
    </li>
  )
}
