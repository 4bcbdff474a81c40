import type { PlanId } from '@mreza/contracts-kernel'
import type { Writer } from '@mreza/contracts-plans'
import type { LiveRoom } from '../live/live-room.ts'

const none: ReadonlyMap<number, Writer> = new Map()

/** Who stands behind the numbers in these rooms (PL17); asked for only while `wanted`. */
export const useWriters = (_planId: PlanId, _rooms: readonly LiveRoom[], _wanted: boolean): ReadonlyMap<number, Writer> => none
