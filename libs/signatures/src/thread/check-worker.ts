import { parentPort } from 'node:worker_threads'
import { answerTo } from './answer.ts'
import type { CheckReply, CheckRequest } from './messages.ts'

/** The thread in which files of strangers are read. What such a file can do to time and memory it does here. */
const answer = async (request: CheckRequest): Promise<CheckReply> => {
  try {
    return await answerTo(request)
  } catch (cause) {
    return { fault: cause instanceof Error ? cause.name : 'unknown' }
  }
}

parentPort?.on('message', (request: CheckRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply))
})
