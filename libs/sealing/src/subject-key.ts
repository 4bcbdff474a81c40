import { randomBytes } from 'node:crypto'
import { contextOf, decrypt, encrypt } from './envelope.ts'

const wrapping = (subjectId: string) => contextOf(['subject-key', subjectId])

/**
 * Makes the data key of one person, wrapped by the master key (32 bytes) and bound to the person.
 * Store only `wrapped`; destroying it erases everything sealed with it (rule D20). `dek` must not outlive the request.
 */
export const newSubjectKey = (masterKey: Uint8Array, subjectId: string): { readonly dek: Uint8Array; readonly wrapped: Buffer } => {
  const dek = randomBytes(32)
  return { dek, wrapped: encrypt(masterKey, wrapping(subjectId), dek) }
}

/** Unwraps a person's data key. @throws Unsealable with another master key, for another person, or if a bit differs. */
export const openSubjectKey = (masterKey: Uint8Array, subjectId: string, wrapped: Uint8Array): Uint8Array =>
  decrypt(masterKey, wrapping(subjectId), wrapped)

/** Wraps a person's data key with a new master key; what is sealed with it stays as it is. @throws Unsealable as {@link openSubjectKey}. */
export const rewrapSubjectKey = (oldMasterKey: Uint8Array, newMasterKey: Uint8Array, subjectId: string, wrapped: Uint8Array): Buffer =>
  encrypt(newMasterKey, wrapping(subjectId), openSubjectKey(oldMasterKey, subjectId, wrapped))
