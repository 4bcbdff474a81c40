import type { Bus } from '@mreza/bus'

/**
 * When figures were true (MO6): now while events reach us, and when the last one did while they do not.
 */
export const asOf = (bus: Pick<Bus, 'status'>, now: Date, lastHeard: string | undefined): string =>
  bus.status() === 'up' || lastHeard === undefined ? now.toISOString() : lastHeard
