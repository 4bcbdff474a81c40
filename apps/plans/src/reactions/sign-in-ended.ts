import { type Reaction, reaction } from '@mreza/bus'
import { membershipEnded, sessionRevoked } from '@mreza/contracts-identity'

/** Has the rights of open connections asked again when a membership or a session ended (PL11). */
export const onSignInEnded = (lookAgain: () => void): readonly Reaction[] => [
  reaction(membershipEnded, async () => lookAgain()),
  reaction(sessionRevoked, async () => lookAgain()),
]
