import type { AgreementDetail } from '@mreza/contracts-agreements'
import { useFormats, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { AgreementStateMark } from '../agreement-state-mark.tsx'
import { useInstitutionName } from '../party-institutions.ts'
import styles from '../protocols.module.css'
import { countOf } from '../standing-of.ts'
import { Fingerprint } from './fingerprint.tsx'
import { PartySignature } from './party-signature.tsx'
import { StillMissing } from './still-missing.tsx'

const InForce = ({ agreement }: { agreement: AgreementDetail }) => {
  const t = useTexts('protocols')
  const formats = useFormats()
  const nameOf = useInstitutionName(agreement.networkId)
  const { inForceAt, endedAt } = agreement
  if (inForceAt === null) return null
  const last = agreement.parties.find(({ standing }) => standing.state === 'signed' && standing.signedAt === inForceAt)
  const since = t('inForce', { date: formats.dateAfterPreposition(inForceAt), time: formats.time(inForceAt) })
  return (
    <>
      <p className="second">
        {since}
        {last !== undefined && `, ${t('inForce.by', { institution: nameOf(last.institutionId) })}`}.
      </p>
      {endedAt !== null && <p className="second">{t('ended', { date: formats.dateAfterPreposition(endedAt) })}</p>}
    </>
  )
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
  const heads = useHeads(agreement)
  const isDraft = agreement.state === 'draft'
  const summary = isDraft
    ? t('signatures.draft')
    : t('agreements.signed', { part: countOf(agreement, 'signed'), whole: agreement.parties.length })
  return (
    <aside className={styles.signatures} aria-labelledby="signatures-title">
      <h2 id="signatures-title">{t(isDraft ? 'signatures.parties' : 'signatures')}</h2>
      <p>
        <AgreementStateMark state={agreement.state} />
      </p>
      <p className="second">{summary}</p>
      <InForce agreement={agreement} />
      <StillMissing agreement={agreement} />
      <ul className={styles.parties}>
        {agreement.parties.map((party) => (
          <PartySignature
            key={party.institutionId}
            party={party}
            networkId={agreement.networkId}
            heads={heads?.filter(({ institutionId }) => institutionId === party.institutionId)}
          />
        ))}
      </ul>
      <Sealed textHash={agreement.textHash} />
    </aside>
  )
}
