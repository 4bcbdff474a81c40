import { frameTypes } from '@mreza/contracts-plans'
import type { SavedState } from '@mreza/plan-document'

const syncStep2 = 1
const update = 2

/** A socket that counts the update frames it sends, so that the server's *persisted* can be set against them. */
export const countingSocket = (saved: SavedState): typeof WebSocket =>
  class extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      if (data instanceof Uint8Array && data[0] === frameTypes.sync && (data[1] === syncStep2 || data[1] === update))
        saved.frameSent(data[1] === syncStep2)
      super.send(data as Uint8Array<ArrayBuffer>)
    }
  }
