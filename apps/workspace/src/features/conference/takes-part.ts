import type { Participation } from '@mreza/contracts-conferences'
import type { InstitutionId } from '@mreza/contracts-kernel'

/** The institutions of which somebody takes part in the case at that moment (CF13). */
export const takesPartNow = (participations: readonly Participation[], now: Date): ReadonlySet<InstitutionId> => {
  const at = now.getTime()
  const inForce = ({ from, until, endedAt }: Participation) =>
    endedAt === null && Date.parse(from) <= at + 60_000 && (until === null || Date.parse(until) > at)
  return new Set(participations.filter(inForce).map(({ institutionId }) => institutionId))
}
