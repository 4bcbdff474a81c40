import type { HowSigned, Party, PartyStanding, Signature } from '@mreza/contracts-agreements'
import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import type { Block, PrintedDocument, Said } from '@mreza/documents'
import type { Agreement } from '../domain/agreement.ts'
import { inGroups, part, type Saying } from './saying.ts'

/** A sealed document by its language and hash. */
export interface SealedHash {
  readonly language: string
  readonly sha256: string
}

/** Everybody whom a certificate names. */
export const namedIn = ({ parties, steps }: Agreement): { institutionIds: InstitutionId[]; personIds: PersonId[] } => {
  const people = parties.flatMap(({ standing }) => {
    if (standing.state === 'declined') return [standing.declinedBy]
    if (!('how' in standing)) return []
    const { how, signedBy } = standing
    return [...(signedBy === null ? [] : [signedBy]), ...(how.method === 'wet-ink' ? [how.recordedBy, how.confirmedBy] : [])]
  })
  const ofSteps = steps.flatMap(({ by }) => (by === null ? [] : [by]))
  return {
    institutionIds: [...new Set(parties.map(({ institutionId }) => institutionId))].slice(0, 200),
    personIds: [...new Set([...people, ...ofSteps])].slice(0, 500),
  }
}

/** What shows that it was signed so, line by line. */
const shownBy = (how: HowSigned, { t, person, moment, formats }: Saying): string[] => {
  switch (how.method) {
    case 'recorded':
      return [t(`confirmed.${how.confirmedBy ?? 'session'}`)]
    case 'uploaded': {
      const { certificate, claimedAt, stampedAt } = how
      return [
        t('certificate', { signer: how.signer, issuer: certificate.issuer, serial: certificate.serialNumber }),
        t('certificate.valid', { from: formats.shortDate(certificate.validFrom), until: formats.shortDate(certificate.validUntil) }),
        t(`trust.${how.trust}`),
        t(`revocation.${how.revocation}`),
        ...(stampedAt === null ? [] : [t('stamped', { at: moment(stampedAt) })]),
        ...(claimedAt === null ? [] : [t('claimed', { at: moment(claimedAt) })]),
        t('file', { hash: inGroups(how.fileHash) }),
      ]
    }
    case 'wet-ink':
      return [
        t('page.signed', { name: how.signerName, function: how.signerFunction, date: formats.shortDate(how.signedOn) }),
        t('page.two', { recorded: person(how.recordedBy), confirmed: person(how.confirmedBy) }),
        t('page.hash', { hash: inGroups(how.pageHash) }),
      ]
  }
}

const signerOf = ({ how, signedBy }: Signature, { person }: Saying): string => {
  if (how.method === 'wet-ink') return how.signerName
  return signedBy === null ? '' : person(signedBy)
}

const capacityOf = ({ entitlement }: Signature, { t, decision }: Saying): string =>
  entitlement.as === 'head' ? t('as.head') : t('as.deputy', { decision: decision(entitlement.decision) })

const councilOf = ({ council }: Party, { t, decision }: Saying): string[] =>
  council.state === 'decided' ? [t(council.yes ? 'council.yes' : 'council.no', { decision: decision(council.decision) })] : []

const afterwards = (standing: PartyStanding, { t, moment }: Saying): string[] => {
  if (standing.state === 'withdrawing') return [t('withdrawing', { at: moment(standing.announcedAt), until: moment(standing.endsAt) })]
  return standing.state === 'withdrawn' ? [t('withdrawn', { at: moment(standing.withdrawnAt) })] : []
}

const stateOf = ({ standing, invitedAt }: Party, saying: Saying): string => {
  const { t, moment, person } = saying
  if ('how' in standing) return t(invitedAt === null ? 'signed' : 'acceded', { at: moment(standing.signedAt) })
  if (standing.state === 'declined') return t('declined', { at: moment(standing.declinedAt), person: person(standing.declinedBy) })
  return standing.state === 'asked' ? t('asked', { at: moment(standing.askedAt) }) : t('named')
}

const partyCard = (party: Party, saying: Saying): Block => {
  const { t, frame, institution } = saying
  const { standing } = party
  const fact = (name: Parameters<Saying['t']>[0], value: string) => ({ name: frame(t(name)), value: frame(value) })
  const signature: Block[] =
    'how' in standing
      ? [
          {
            kind: 'facts',
            facts: [
              fact('by', signerOf(standing, saying)),
              fact('capacity', capacityOf(standing, saying)),
              fact('method', t(`method.${standing.how.method}`)),
            ],
          },
        ]
      : []
  const lines = [...('how' in standing ? shownBy(standing.how, saying) : []), ...councilOf(party, saying), ...afterwards(standing, saying)]
  return {
    kind: 'card',
    kicker: frame(stateOf(party, saying)),
    title: frame(institution(party.institutionId)),
    blocks: [...signature, ...lines.map((line): Block => ({ kind: 'note', words: frame(line) }))],
  }
}

const momentsOf = ({ sentAt, inForceAt, endedAt, lapsedAt, suspendedAt }: Agreement, { t, moment }: Saying): string[] => [
  ...(sentAt === null ? [] : [t('moments.sent', { at: moment(sentAt) })]),
  ...(inForceAt === null ? [] : [t('moments.inForce', { at: moment(inForceAt) })]),
  ...(suspendedAt === null ? [] : [t('moments.suspended', { at: moment(suspendedAt) })]),
  ...(endedAt === null ? [] : [t('moments.ended', { at: moment(endedAt) })]),
  ...(lapsedAt === null ? [] : [t('moments.lapsed', { at: moment(lapsedAt) })]),
]

/** What is certified of an agreement, and when it was printed. */
export interface Certified {
  readonly agreement: Agreement
  readonly sealed: readonly SealedHash[]
  readonly printedAt: string
}

/**
 * The certificate of an agreement: its text by hash and by the hashes of the sealed documents, and of each party who signed, when, how, by what
 * right, and what shows it (AG32). Reasons for declining are not in it. Pure.
 */
export const composeCertificate = ({ agreement, sealed, printedAt }: Certified, saying: Saying): PrintedDocument => {
  const { t, room, frame, of, moment } = saying
  const hash = agreement.textHash ?? ''
  const note = (text: string): Block => ({ kind: 'note', words: frame(text) })
  const words = (text: Said): Block => ({ kind: 'words', words: text })
  return {
    title: frame(t('certificate.title')),
    subtitle: of(agreement.title),
    head: [frame(room(`kind.${agreement.kind}`)), frame(room(`state.${agreement.state}`)), frame(t('printed', { at: moment(printedAt) }))],
    footer: { lines: [frame(t('foot.hash', { hash: inGroups(hash) }))], pages: t('foot.pages', { page: '{{page}}', pages: '{{pages}}' }) },
    scale: 1,
    keywords: [hash, agreement.id],
    blocks: [
      ...part(frame(t('text')), [
        words(frame(t('text.what'))),
        note(t('text.hash', { hash: inGroups(hash) })),
        ...sealed.map((one) => note(t('text.sealed', { language: t(`language.${one.language as 'en'}`), hash: inGroups(one.sha256) }))),
      ]),
      ...part(
        frame(t('moments')),
        momentsOf(agreement, saying).map((line) => words(frame(line))),
      ),
      ...part(
        frame(t('signatures')),
        agreement.parties.map((party) => partyCard(party, saying)),
      ),
    ],
  }
}
