import { parentPort } from 'node:worker_threads'
import { Mirror } from './mirror.ts'
import type { TrialReply, TrialRequest } from './trial-messages.ts'

/** The thread in which updates are tried; holds the mirrors and nothing else. */
const mirrors = new Map<string, Mirror>()

const answer = (request: TrialRequest): TrialReply['answer'] => {
  if (request.kind === 'open') mirrors.set(request.room, new Mirror(request.shape, request.states))
  if (request.kind === 'close') mirrors.delete(request.room)
  const mirror = mirrors.get(request.room)
  if (request.kind === 'follow') mirror?.follow(request.update)
  if (request.kind !== 'try') return null
  if (mirror === undefined) return 'no-mirror'
  const found = mirror.attempt(request.update)
  if ('refusal' in found) mirrors.delete(request.room)
  return found
}

parentPort?.on('message', (request: TrialRequest) => {
  parentPort?.postMessage({ id: request.id, answer: answer(request) } satisfies TrialReply)
})
