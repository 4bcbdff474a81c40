import type { Instant } from '@mreza/contracts-kernel'
import type { PlanRoom } from '@mreza/contracts-plans'
import { createContext, use } from 'react'

/** How a closed room stands for the reader. */
export interface DoorState {
  /** When the reader asked for it and waits. */
  readonly askedAt: Instant | null
  /** Why the last request was declined. */
  readonly declined: string | null
  /** Asks for it; absent where one may not. */
  readonly onAsk?: (() => void) | undefined
}

const closed: DoorState = { askedAt: null, declined: null }

/** Stands around the document where doors can be asked for. */
export const DoorContext = createContext<(room: PlanRoom) => DoorState>(() => closed)

/** How a closed room stands. */
export const useDoor = (room: PlanRoom): DoorState => use(DoorContext)(room)
