import type { DemoReferral } from '@mreza/protocols'
import type { Company } from '../company.ts'
import type { TestInstallation } from '../installation.ts'
import type { Person } from '../person.ts'
import type { UnreadLedger } from '../unread-ledger.ts'

/** What the steps of the main job share. */
export interface Scene {
  readonly installation: TestInstallation
  readonly company: Company
  /** The city official, who reads Serbian in Cyrillic. */
  readonly official: Person
  readonly ledger: UnreadLedger
  readonly referral: DemoReferral
}

/** The agreement that the network makes. */
export const agreementTitle = 'Protocol on intersectoral cooperation in the protection of victims of trafficking'
