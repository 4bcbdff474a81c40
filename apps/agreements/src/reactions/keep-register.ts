import { type Reaction, reaction } from '@mreza/bus'
import {
  agreementCameIntoForce,
  agreementEnded,
  agreementPartyAcceded,
  agreementPartyWithdrew,
  agreementSigned,
} from '@mreza/contracts-agreements'
import type { Trx } from '@mreza/db'
import { keepRegister } from '../obligations/keep-register.ts'
import type { AgreementsTables } from '../store/tables.ts'

/** What may change what is owed under an agreement: this service hears of its own deeds and brings the register up to them (AG40). */
export const keepsRegister = (now: () => Date): readonly Reaction[] =>
  [agreementCameIntoForce, agreementSigned, agreementPartyAcceded, agreementPartyWithdrew, agreementEnded].map((event) =>
    reaction(event as typeof agreementEnded, (trx: Trx<AgreementsTables>, { data }) =>
      keepRegister(trx, data.agreementId, now().toISOString()),
    ),
  )
