import type { AgreementId, InstitutionId, NetworkId } from '@mreza/contracts-kernel'
import type { FigureId } from '../domain/figures.ts'

interface TrackedNetworkTable {
  network_id: NetworkId
  heard_at: string
}

interface TrackedAgreementTable {
  network_id: NetworkId
  agreement_id: AgreementId
  sent_at: string | null
  in_force_at: string | null
  ended_at: string | null
}

interface TrackedPartyTable {
  network_id: NetworkId
  agreement_id: AgreementId
  institution_id: InstitutionId
  asked_at: string | null
  signed_at: string | null
  declined_at: string | null
}

interface TrackedCountTable {
  network_id: NetworkId
  year: number
  figure: FigureId
  value: number
}

/** The schema `monitoring`: networks, agreements, institutions, times and counts; no person, no case (MO1). */
export interface Tables {
  tracked_network: TrackedNetworkTable
  tracked_agreement: TrackedAgreementTable
  tracked_party: TrackedPartyTable
  tracked_count: TrackedCountTable
}
