import {
  obligationBroken,
  obligationCommented,
  obligationDisputed,
  obligationKept,
  obligationReminded,
  obligationSettled,
  type Rung,
} from '@mreza/contracts-agreements'
import type { InstitutionId } from '@mreza/contracts-kernel'
import type { NotificationKind } from '@mreza/contracts-notifications'
import type * as z from 'zod'
import { type Telling, telling } from './telling.ts'

interface Owed {
  readonly agreementId: string
  readonly obligationId: string
  readonly institutionId: InstitutionId
}
const owed = ({ agreementId, obligationId, institutionId }: Owed) => ({ agreementId, obligationId, institutionId })

/** The higher the rung, the plainer it is said: who owes is told that it is due, those above that it is not kept. */
const kindOf: Readonly<Record<Rung, NotificationKind>> = {
  owner: 'obligation-due',
  head: 'obligation-late',
  coordinator: 'obligation-unkept',
  'steering-group': 'obligation-unkept',
}

const reminded: Telling<typeof obligationReminded> = {
  event: obligationReminded,
  tell: (data: z.output<(typeof obligationReminded)['data']>) => ({
    kind: kindOf[data.rung],
    refs: owed(data),
    audience: data.audience,
    actorId: data.actorId,
  }),
}

/** What is told of obligations (AG43, AG45); what was reported is read in the register, never here. */
export const toldOfObligations = [
  reminded,
  telling(obligationBroken, 'obligation-broken', owed),
  telling(obligationKept, 'obligation-kept', owed),
  telling(obligationDisputed, 'obligation-disputed', owed),
  telling(obligationSettled, 'obligation-settled', owed),
  telling(obligationCommented, 'obligation-commented', owed),
]
