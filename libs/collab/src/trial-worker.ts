import { parentPort } from 'node:worker_threads'
import { Mirror, type TrialAnswer } from './mirror.ts'
import { replay } from './replay.ts'
import type { TrialReply, TrialRequest } from './trial-messages.ts'

/** The thread in which updates are tried and large documents are played; holds the mirrors and nothing else. */
const mirrors = new Map<string, Mirror>()

const attempt = (room: string, update: Uint8Array): TrialAnswer | 'no-mirror' => {
  const mirror = mirrors.get(room)
  if (mirror === undefined) return 'no-mirror'
  const found = mirror.attempt(update)
  if ('refusal' in found) mirrors.delete(room)
  return found
}

const answer = (request: TrialRequest): TrialReply['answer'] => {
  if (request.kind === 'replay') return replay(request.updates, request.since)
  if (request.kind === 'try') return attempt(request.room, request.update)
  if (request.kind === 'open') mirrors.set(request.room, new Mirror(request.shape, request.states))
  if (request.kind === 'close') mirrors.delete(request.room)
  if (request.kind === 'follow') mirrors.get(request.room)?.follow(...request.updates)
  return null
}

/** Some malformed bytes throw only while Yjs tidies up after them: they end this update and this mirror, and not the thread for all others. */
const answerSafely = (request: TrialRequest): TrialReply['answer'] => {
  try {
    return answer(request)
  } catch {
    if ('room' in request) mirrors.delete(request.room)
    return request.kind === 'try' ? { refusal: 'malformed' } : null
  }
}

parentPort?.on('message', (request: TrialRequest) => {
  parentPort?.postMessage({ id: request.id, answer: answerSafely(request) } satisfies TrialReply)
})
