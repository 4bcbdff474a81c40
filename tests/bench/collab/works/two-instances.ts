import type { Work } from '../work.ts'
import { type TypingLoad, typing } from './typing.ts'

/** The same people at one instance and then at two over one storage, each with every other person of a document. */
export const twoInstances =
  (load: TypingLoad): Work =>
  async (contestant, around, random) => {
    const one = await typing(load)(contestant, around, random)
    const two = await typing(load, 2)(contestant, around, random)
    return { oneP50: one.p50 ?? Number.NaN, oneP99: one.p99 ?? Number.NaN, twoP50: two.p50 ?? Number.NaN, twoP99: two.p99 ?? Number.NaN }
  }
