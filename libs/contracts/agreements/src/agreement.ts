import { AgreementId, Instant, InstitutionId, Line, LocalizedText, NetworkId, PersonId, Sector, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { DecisionOfBody } from './decision.ts'
import { Deputy } from './deputy.ts'
import { Party } from './party.ts'
import { AgreementKind, Template } from './template.ts'

/**
 * The life of an agreement. `draft`: made from a template. `negotiation`: its text is being agreed. `ready`: agreed, to be sent.
 * `sent`: frozen, the parties sign. `in-force` by its own rule (AG8). `under-review`: in force, and looked at again.
 * `suspended`: binds, but drives no new case. `ended`: see {@link EndReason}. `lapsed`: the time to sign ran out first.
 */
export const AgreementState = z.enum(['draft', 'negotiation', 'ready', 'sent', 'in-force', 'under-review', 'suspended', 'ended', 'lapsed'])
export type AgreementState = z.infer<typeof AgreementState>

/** The states of a version that its parties are bound by: of these there is one at most in a network for a template (AG9). */
export const bindingStates = ['in-force', 'under-review', 'suspended'] as const satisfies readonly AgreementState[]
/** The states in which new cases open under it. */
export const drivingStates = ['in-force', 'under-review'] as const satisfies readonly AgreementState[]

/** Why an agreement ended: a later one took its place, its duration was over, too few parties were left, the parties ended it. */
export const EndReason = z.enum(['replaced', 'expired', 'too-few-parties', 'terminated'])
export type EndReason = z.infer<typeof EndReason>

/** A turn in the order of signing, by its name. */
export const SigningRound = z.strictObject({ name: Line })
export type SigningRound = z.infer<typeof SigningRound>

/** An agreement in a list. */
export const AgreementSummary = z.strictObject({
  id: AgreementId,
  networkId: NetworkId,
  templateId: Slug,
  kind: AgreementKind,
  title: LocalizedText,
  state: AgreementState,
  /** The version that this one is to take the place of; `null` for a first one (AG27). */
  amends: AgreementId.nullable(),
  draftedAt: Instant,
  sentAt: Instant.nullable(),
  /** Until when it may come into force by signatures; `null` while it is a draft, and for those sent before there was a term (AG19). */
  signBy: Instant.nullable(),
  inForceAt: Instant.nullable(),
  suspendedAt: Instant.nullable(),
  /** When the next review is due, and when its duration is over; `null` when there is none. */
  reviewDueAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  endedWhy: EndReason.nullable(),
  lapsedAt: Instant.nullable(),
  parties: z.array(Party),
})
export type AgreementSummary = z.infer<typeof AgreementSummary>

/** What stands between an agreement and its coming into force (AG8). */
export const WhatIsMissing = z.strictObject({
  /** Required sectors none of whose parties has signed. */
  sectors: z.array(Sector),
  /** How many more signatures the rule asks for, whoever gives them. */
  signatures: z.int(),
})
export type WhatIsMissing = z.infer<typeof WhatIsMissing>

/** A step of an agreement's life that has a reason or a decision of its own, as its page tells it. */
export const AgreementStep = z.strictObject({
  kind: z.enum([
    'amendment-drafted',
    'negotiation-opened',
    'made-ready',
    'review-begun',
    'review-concluded',
    'suspended',
    'resumed',
    'terminated',
    'party-invited',
    'withdrawal-announced',
    'withdrawal-revoked',
    'party-withdrew',
    'wet-ink-rejected',
  ]),
  at: Instant,
  /** `null` when a clock did it. */
  by: PersonId.nullable(),
  institutionId: InstitutionId.nullable(),
  reason: z.string().nullable(),
  decision: DecisionOfBody.nullable(),
})
export type AgreementStep = z.infer<typeof AgreementStep>

/** An agreement with its text and structure. */
export const AgreementDetail = z.strictObject({
  ...AgreementSummary.shape,
  content: Template,
  /** SHA-256 of the canonical text, hex; `null` while it is a draft (AG3). */
  textHash: z.string().nullable(),
  missing: WhatIsMissing,
  /** The order of signing; empty where the parties sign in any order (AG20). */
  rounds: z.array(SigningRound),
  /** Who may sign now in the place of a party's head (AG22). */
  deputies: z.array(Deputy),
  /** What happened to it with reasons and decisions, the latest first. */
  steps: z.array(AgreementStep),
  /** An amendment of this version that is not yet in force (AG27). */
  amendment: AgreementId.nullable(),
})
export type AgreementDetail = z.infer<typeof AgreementDetail>
