import { record } from '@mreza/audit'
import type { Subject } from '@mreza/contracts-kernel'
import type { ConferencesTrx } from '../store/executors.ts'

/** What a deed in a case or referral is about, for the audit log: ids only. */
export interface Deed {
  /** The case's id, or `referral:<id>` before there is a case. */
  readonly chain: string
  /** Verb first. */
  readonly action: string
  readonly refs: Readonly<Record<string, string>>
  readonly purpose?: string
}

/** Writes a person's deed into the audit log, in the transaction that does it (rule D8). */
export const audit = (trx: ConferencesTrx, subject: Subject, deed: Deed): Promise<void> =>
  record(trx, { ...deed, actor: { personId: subject.personId, institutionId: subject.institutionId } })

/** The chain of a referral, and of its case once it has one. */
export const chainOf = (referral: { readonly id: string; readonly case_id: string | null }): string =>
  referral.case_id ?? `referral:${referral.id}`
