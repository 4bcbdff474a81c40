import type { Template } from '@mreza/contracts-agreements'
import type { NetworkId, Subject } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import type { Agreement } from '../domain/agreement.ts'

/** A draft with this text as it is now (AG1), before it has parties. */
export const newDraft = (content: Template, networkId: NetworkId, subject: Subject, now: Date): Omit<Agreement, 'parties'> => ({
  id: newId<'AgreementId'>(),
  networkId,
  templateId: content.id,
  kind: content.kind,
  title: content.title,
  content,
  state: 'draft',
  draftedAt: now.toISOString(),
  draftedFor: subject.institutionId,
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
})
