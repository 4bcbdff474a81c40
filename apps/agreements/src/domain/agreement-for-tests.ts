import type { Party, Template } from '@mreza/contracts-agreements'
import type { InstitutionId, Sector } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { smallTemplate } from '../template-for-tests.ts'
import type { Acting, Agreement, Happened } from './agreement.ts'
import type { Signing } from './decide-sign.ts'

import { evolve } from './evolve.ts'

/** A moment of the story that the tests tell, in minutes from its beginning. */
export const minute = (count: number): string => new Date(Date.UTC(2026, 2, 2, 8, count)).toISOString()

export const partyOf = (sector: Sector, content: Template): Party => ({
  institutionId: newId<'InstitutionId'>(),
  sector,
  required: content.parties.some((place) => place.sector === sector && place.required),
  round: 1,
  council: { state: 'not-needed' },
  invitedAt: null,
  wetInk: null,
  standing: { state: 'named' },
})

const usualSectors: readonly Sector[] = ['social-welfare', 'police', 'education', 'health', 'education']

/** A draft between one institution of each sector named. */
export const draftBetween = (sectors: readonly Sector[] = usualSectors, content: Template = smallTemplate()): Agreement => ({
  id: newId<'AgreementId'>(),
  networkId: newId<'NetworkId'>(),
  templateId: content.id,
  kind: content.kind,
  title: content.title,
  content,
  state: 'draft',
  draftedAt: minute(0),
  draftedFor: newId<'InstitutionId'>(),
  amends: null,
  sentAt: null,
  signBy: null,
  inForceAt: null,
  suspendedAt: null,
  reviewDueAt: null,
  expiresAt: null,
  endedAt: null,
  endedWhy: null,
  lapsedAt: null,
  textHash: null,
  rounds: [],
  deputies: [],
  steps: [],
  amendment: null,
  parties: sectors.map((sector) => partyOf(sector, content)),
})

export const following = (agreement: Agreement, happened: readonly Happened[]): Agreement => happened.reduce(evolve, agreement)

/** The head of the party at this place. */
export const headOf = (agreement: Agreement, place: number, at = minute(10)): Acting => ({
  institutionId: agreement.parties[place]?.institutionId ?? newId<'InstitutionId'>(),
  by: newId<'PersonId'>(),
  at,
})

/** What the head of the party at this place signs, in Mreža. */
export const signingOf = (agreement: Agreement, place: number, at = minute(10), textHash = agreement.textHash ?? ''): Signing => ({
  ...headOf(agreement, place, at),
  textHash,
  entitlement: { as: 'head' },
  how: { method: 'recorded', confirmedBy: 'password' },
})

export const institutionAt = (agreement: Agreement, place: number): InstitutionId => headOf(agreement, place).institutionId
