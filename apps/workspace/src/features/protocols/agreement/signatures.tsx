import type { AgreementDetail } from '@mreza/contracts-agreements'
import { useFormats, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { AgreementStateMark } from '../agreement-state-mark.tsx'
import { Steps } from '../life/steps.tsx'
import { ObligationsOfAgreement } from '../obligations/open-section.tsx'
import { Documents } from '../paper/documents.tsx'
import { useInstitutionName } from '../party-institutions.ts'
import styles from '../protocols.module.css'
import { countSigned } from '../standing-of.ts'
import { Fingerprint } from './fingerprint.tsx'
import { PartySignature } from './party-signature.tsx'
import { StillMissing } from './still-missing.tsx'

const InForce = ({ agreement }: { agreement: AgreementDetail }) => {
  const t = useTexts('protocols')
  const formats = useFormats()
  const nameOf = useInstitutionName(agreement.networkId)
  const { inForceAt, endedAt, endedWhy, expiresAt, reviewDueAt } = agreement
  if (inForceAt === null) return null
  const last = agreement.parties.find(({ standing }) => 'signedAt' in standing && standing.signedAt === inForceAt)
  const since = t('inForce', { date: formats.dateAfterPreposition(inForceAt), time: formats.time(inForceAt) })
  return (
    <>
      <p className="second">
        {since}
        {last !== undefined && `, ${t('inForce.by', { institution: nameOf(last.institutionId) })}`}.
      </p>
      {endedAt !== null && (
        <p className="second">{t(`ended.${endedWhy ?? 'replaced'}`, { date: formats.dateAfterPreposition(endedAt) })}</p>
      )}
      {endedAt === null && expiresAt !== null && (
        <p className="second">{t('expires', { date: formats.dateAfterPreposition(expiresAt) })}</p>
      )}
      {endedAt === null && reviewDueAt !== null && (
        <p className="second">{t('reviewDue', { date: formats.dateAfterPreposition(reviewDueAt) })}</p>
      )}
    </>
  )
}

/** Until when it may be signed, while it is not in force (AG19). */
const Term = ({ agreement: { state, signBy } }: { agreement: AgreementDetail }) => {
  const t = useTexts('protocols')
  const formats = useFormats()
  if (state !== 'sent' || signBy === null) return null
  return <p className="second">{t('signBy', { date: formats.dateAfterPreposition(signBy) })}</p>
}

/** The parties in the order in which they are asked, under the names of their rounds where there are any (AG20). */
const Parties = ({ agreement }: { agreement: AgreementDetail }) => {
  const heads = useHeads(agreement)
  const listOf = (parties: AgreementDetail['parties']) => (
    <ul className={styles.parties}>
      {parties.map((party) => (
        <PartySignature
          key={party.institutionId}
          agreement={agreement}
          party={party}
          heads={heads?.filter(({ institutionId }) => institutionId === party.institutionId)}
        />
      ))}
    </ul>
  )
  if (agreement.rounds.length < 2) return listOf(agreement.parties)
  return agreement.rounds.map(({ name }, at) => (
    <section key={name} className={styles.round}>
      <h3>
        {at + 1}. {name}
      </h3>
      {listOf(agreement.parties.filter(({ round }) => round === at + 1))}
    </section>
  ))
}

const Sealed = ({ textHash }: { textHash: string | null }) => {
  const t = useTexts('protocols')
  return (
    <section className={styles.sealed}>
      <h3>{t('fingerprint')}</h3>
      {textHash !== null && <Fingerprint hash={textHash} />}
      <p className="label">{t(textHash === null ? 'fingerprint.none' : 'fingerprint.what')}</p>
    </section>
  )
}

const useHeads = (agreement: AgreementDetail) => {
  const institutionIds = agreement.parties.map(({ institutionId }) => institutionId)
  const { data } = useQuery(useApi().directory.listPeople.queryOptions({ institutionIds }, { enabled: institutionIds.length > 0 }))
  return data?.filter(({ isHead }) => isHead)
}

/** Where each party stands, what is missing until it comes into force, and the fingerprint of what is signed. */
export const Signatures = ({ agreement }: { agreement: AgreementDetail }) => {
  const t = useTexts('protocols')
  const isDraft = agreement.sentAt === null
  const summary = isDraft
    ? t('signatures.draft')
    : t('agreements.signed', { part: countSigned(agreement), whole: agreement.parties.length })
  return (
    <aside className={styles.signatures} aria-labelledby="signatures-title">
      <h2 id="signatures-title">{t(isDraft ? 'signatures.parties' : 'signatures')}</h2>
      <p>
        <AgreementStateMark state={agreement.state} />
      </p>
      <p className="second">{summary}</p>
      <Term agreement={agreement} />
      <InForce agreement={agreement} />
      <StillMissing agreement={agreement} />
      <Parties agreement={agreement} />
      <ObligationsOfAgreement agreementId={agreement.id} networkId={agreement.networkId} />
      <Sealed textHash={agreement.textHash} />
      <Documents agreement={agreement} />
      <Steps agreement={agreement} />
    </aside>
  )
}
