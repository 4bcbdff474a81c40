import type { AgreementDetail, Party, PartyStanding } from '@mreza/contracts-agreements'
import type { Person } from '@mreza/contracts-directory'
import { type MarkState, StateMark, useFormats, useLocalized, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { usePeople } from '../../../api/people.ts'
import { useMe } from '../../../api/session.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { useInstitutionName } from '../party-institutions.ts'
import styles from '../protocols.module.css'
import { PageCheck } from '../signing/page-check.tsx'

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

/** A date that never breaks across lines. */
const unbroken = (date: string): string => date.replaceAll(' ', '\u00a0')

type Signed = Extract<PartyStanding, { how: unknown }>

/** How it was signed and by what right, in a line each. */
const useSignatureWords = () => {
  const t = useTexts('protocols')
  const formats = useFormats()
  return ({ how, entitlement }: Signed): string[] => {
    const way =
      how.method === 'recorded'
        ? t(`how.recorded.${how.confirmedBy ?? 'session'}`)
        : how.method === 'uploaded'
          ? t('how.uploaded', { signer: how.signer, issuer: how.certificate.issuer })
          : t('how.wet-ink', { name: how.signerName, function: how.signerFunction, date: unbroken(formats.shortDate(how.signedOn)) })
    const trust = how.method === 'uploaded' ? [t(`how.trust.${how.trust}`)] : []
    const { as } = entitlement
    return [
      way,
      ...trust,
      ...(as === 'head' ? [] : [t('how.deputy', { number: entitlement.decision.number, body: entitlement.decision.issuedBy })]),
    ]
  }
}

const BehindSignature = ({ standing, name, isHeadNow }: { standing: Signed; name: string; isHeadNow: boolean | undefined }) => {
  const t = useTexts('protocols')
  const words = useSignatureWords()
  return (
    <>
      {name !== '' && <p className="label">{t('standing.signedBy', { person: name })}</p>}
      {isHeadNow === false && standing.entitlement.as === 'head' && <p className="label">{t('standing.newHead')}</p>}
      {words(standing).map((line) => (
        <p key={line} className={`label ${styles.how}`}>
          {line}
        </p>
      ))}
      {(standing.state === 'withdrawing' || standing.state === 'withdrawn') && (
        <p className={styles.reason}>{t('standing.reason', { reason: standing.reason })}</p>
      )}
    </>
  )
}

const Behind = ({ standing, heads }: { standing: PartyStanding; heads: readonly Person[] | undefined }) => {
  const t = useTexts('protocols')
  const formats = useFormats()
  const nameOf = useNameOf()
  const actor = 'how' in standing ? standing.signedBy : standing.state === 'declined' ? standing.declinedBy : null
  const people = usePeople([actor])
  const person = actor === null ? undefined : people.get(actor)
  const name = person === undefined ? '' : nameOf(person.displayName)
  const isHeadNow = actor === null || heads === undefined || heads.length === 0 ? undefined : heads.some(({ id }) => id === actor)
  if ('how' in standing) return <BehindSignature standing={standing} name={name} isHeadNow={isHeadNow} />
  if (standing.state !== 'declined') return null
  return (
    <>
      <p className="label">{t('standing.declined.when', { date: formats.dateAfterPreposition(standing.declinedAt), person: name })}</p>
      {standing.reason !== null && <p className={styles.reason}>{t('standing.reason', { reason: standing.reason })}</p>}
    </>
  )
}

/** How far a party's council has come, where it is asked at all (AG24). */
const Council = ({ council }: Pick<Party, 'council'>) => {
  const t = useTexts('protocols')
  const formats = useFormats()
  if (council.state === 'not-needed') return null
  if (council.state === 'needed') return <p className="label">{t('council.needed')}</p>
  if (council.state === 'asked') return <p className="label">{t('council.asked', { date: unbroken(formats.shortDate(council.on)) })}</p>
  const { number, issuedBy, date } = council.decision
  return (
    <p className="label">
      {t(council.yes ? 'council.yes' : 'council.no', { number, body: issuedBy, date: unbroken(formats.shortDate(date)) })}
    </p>
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
  agreement,
  party,
  heads,
}: {
  agreement: AgreementDetail
  party: Party
  heads: readonly Person[] | undefined
}) => {
  const t = useTexts('protocols')
  const nameOf = useInstitutionName(agreement.networkId)
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
      {party.invitedAt !== null && <p className="label">{t('standing.invited')}</p>}
      <Behind standing={party.standing} heads={heads} />
      <Council council={party.council} />
      <PageCheck agreement={agreement} party={party} />
    </li>
  )
}
