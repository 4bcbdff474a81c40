import { type Contact, refuseInDirectory } from '@mreza/contracts-directory'
import * as z from 'zod'

const telephone = /^\+?[0-9][0-9 /().-]{2,28}$/
const enoughDigits = (value: string) => value.replace(/\D/g, '').length >= 3

const isTelephone = (value: string) => telephone.test(value) && enoughDigits(value)
const isEmail = (value: string) => z.email().safeParse(value).success
const isWeb = (value: string) => z.url({ protocol: /^https?$/ }).safeParse(value).success

/** A contact must be one that can be tried: a number that can be dialled, an address that can be written to. Refuses, or returns. */
export const mustBeUsable = (kind: Contact['kind'], value: string): void => {
  if ((kind === 'telephone' || kind === 'mobile') && !isTelephone(value))
    throw refuseInDirectory('contact-not-a-telephone', { field: 'value' })
  const broken = (kind === 'email' && !isEmail(value)) || (kind === 'web' && !isWeb(value))
  if (broken) throw refuseInDirectory('invalid-input', { field: 'value' })
}
