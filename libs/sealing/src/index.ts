/** Field encryption per person (rule D7), keyed look-up of names across scripts, and the change of the master key. */
export { blindIndex } from './blind-index.ts'
export { Unsealable } from './envelope.ts'
export { foldName } from './fold-name.ts'
export { open, type Place, seal } from './seal.ts'
export { newSubjectKey, openSubjectKey, rewrapSubjectKey } from './subject-key.ts'
