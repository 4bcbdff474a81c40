import { setTimeout as sleep } from 'node:timers/promises'
import type { Doorway } from './contestant.ts'
import type { Random } from './random.ts'
import { until } from './replicas.ts'
import type { ServerProcess } from './server-process.ts'
import { Typist, writeParagraphs } from './typist.ts'

/** So many come in at once. */
const atOnce = 8

/** Does this for each, a few at a time, and gives the answers in order. */
export const forEach = async <A, B>(all: readonly A[], work: (one: A, at: number) => Promise<B>): Promise<B[]> => {
  const answers: B[] = []
  const waiting = [...all.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) answers[next[0]] = await work(next[1], next[0])
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return answers
}

/** Seats so many people at a document; the first writes a paragraph for each. `servers`: where they go, in turn. */
export const seatAll = async (doorway: Doorway, servers: readonly ServerProcess[], count: number): Promise<Typist[]> => {
  const serverOf = (at: number): ServerProcess => servers[at % servers.length] ?? (servers[0] as ServerProcess)
  const first = await Typist.join(await doorway(serverOf(0)), 0)
  writeParagraphs(first.doc, count)
  const others = await forEach(Array.from({ length: count - 1 }), async (_, at) => Typist.join(await doorway(serverOf(at + 1)), at + 1))
  const people = [first, ...others]
  await until('the paragraphs', () => {
    for (const person of people) person.readAll()
    return people.every(({ ready }) => ready)
  })
  for (const person of people) person.edits.length = 0
  return people
}

/** Lets people type at random moments, each so often a second on average (Poisson), for so long. */
export const typeFor = async (people: readonly Typist[], perSecond: number, seconds: number, random: Random): Promise<void> => {
  const end = performance.now() + seconds * 1_000
  const gap = () => (-Math.log(1 - random()) * 1_000) / (perSecond * people.length)
  for (let next = performance.now() + gap(); next < end; next += gap()) {
    const wait = next - performance.now()
    if (wait > 1) await sleep(wait)
    people[Math.floor(random() * people.length)]?.press(random)
  }
}
