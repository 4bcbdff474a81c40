import { refuser } from '@mreza/contracts-kernel'
import type { Door } from '@mreza/service'

const refuse = refuser({})

const readBounded = async (body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > most) throw refuse('too-large', { params: { most } })
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

const sized = async (request: Request, most: number): Promise<Request> => {
  const declared = request.headers.get('content-length')
  if (Number(declared) > most) throw refuse('too-large', { params: { most } })
  if (request.body === null || declared !== null) return request
  return new Request(request, { body: await readBounded(request.body, most) })
}

/** Guards a door by the size of what comes in, and turns whatever is thrown into an answer. */
export const bounded =
  (answer: Door, mostFor: (request: Request) => number, onError: (error: unknown) => Response): Door =>
  async (request) => {
    try {
      return await answer(await sized(request, mostFor(request)))
    } catch (error) {
      return onError(error)
    }
  }
