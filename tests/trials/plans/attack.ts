import { closeCodeName, frameTypes } from '@mreza/contracts-plans'
import { openLine, type RawLine, type Request } from './raw-line.ts'
import { emptyStepTwo, readerOf, stepOne } from './wire.ts'

/** What became of an attack: the refusals that were said, whether anything was taken, and how the line ended. */
export interface Outcome {
  readonly refused: readonly string[]
  /** Update frames that the server told to be on disk beyond the empty first exchange. */
  readonly taken: number
  readonly end: string
}

const codeIn = (message: Uint8Array): string => {
  const read = readerOf(message)
  read.uint()
  return read.text()
}

const framesIn = (message: Uint8Array): number => {
  const read = readerOf(message)
  read.uint()
  read.uint()
  return read.uint()
}

/** What the server said of the update frames of a line. */
export const saidOn = ({ messages }: RawLine): Pick<Outcome, 'refused' | 'taken'> => ({
  refused: messages.filter(([type]) => type === frameTypes.refused).map(codeIn),
  taken: Math.max(0, ...messages.filter(([type]) => type === frameTypes.persisted).map((message) => framesIn(message) - 1)),
})

/** The server has had this long to end a line; it counts as open then, so that a test fails instead of waiting for ever. */
const patienceMs = 30_000

/** The name by which the server ended a line. */
export const endOf = async (line: RawLine): Promise<string> => {
  const patience = Promise.withResolvers<null>()
  const timer = setTimeout(() => patience.resolve(null), patienceMs)
  const code = await Promise.race([line.closed, patience.promise])
  clearTimeout(timer)
  if (code === null) line.end()
  return code === null ? 'still open' : (closeCodeName(code) ?? String(code))
}

/**
 * Joins as somebody who may write, says that there is nothing to give, sends these messages in one go, and waits until the
 * server ends the line.
 */
export const attack = async (address: string, request: Request, ...messages: readonly Uint8Array[]): Promise<Outcome> => {
  const line = await openLine(address, request)
  line.send(stepOne, emptyStepTwo, ...messages)
  const end = await endOf(line)
  return { ...saidOn(line), end }
}

/** Counts how often each was said. */
export const tally = (said: Iterable<string>): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const one of said) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

/** Does something so many times, a few of them at once. */
export const inLanes = async (times: number, lanes: number, work: (n: number) => Promise<void>): Promise<void> => {
  let next = 0
  const lane = async () => {
    for (let n = next; n < times; n = next) {
      next += 1
      await work(n)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
