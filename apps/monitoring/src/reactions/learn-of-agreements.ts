import { type Reaction, reaction } from '@mreza/bus'
import {
  agreementCameIntoForce,
  agreementDeclined,
  agreementEnded,
  agreementLapsed,
  agreementPartiesAsked,
  agreementSent,
  agreementSigned,
} from '@mreza/contracts-agreements'
import type { Trx } from '@mreza/db'
import type { AgreementFacts } from '../domain/agreement-facts.ts'
import { factsOf } from '../domain/facts-of.ts'
import { learn } from '../store/agreements.ts'
import { hearOf } from '../store/networks.ts'
import type { Tables } from '../store/tables.ts'

const take = async (trx: Trx<Tables>, at: string, heard: AgreementFacts): Promise<void> => {
  await hearOf(trx, heard.networkId, at)
  await learn(trx, heard)
}

/** Everything that happens to agreements moves the tracker (MO1). */
export const agreementReactions: readonly Reaction[] = [
  reaction(agreementSent, (trx: Trx<Tables>, { at, data }) => take(trx, at, factsOf.sent(data))),
  reaction(agreementPartiesAsked, (trx: Trx<Tables>, { at, data }) => take(trx, at, factsOf.asked(data))),
  reaction(agreementSigned, (trx: Trx<Tables>, { at, data }) => take(trx, at, factsOf.signed(data))),
  reaction(agreementDeclined, (trx: Trx<Tables>, { at, data }) => take(trx, at, factsOf.declined(data))),
  reaction(agreementCameIntoForce, (trx: Trx<Tables>, { at, data }) => take(trx, at, factsOf.cameIntoForce(data))),
  reaction(agreementLapsed, (trx: Trx<Tables>, { at, data }) => take(trx, at, factsOf.ended(data))),
  reaction(agreementEnded, (trx: Trx<Tables>, { at, data }) => take(trx, at, factsOf.ended(data))),
]
