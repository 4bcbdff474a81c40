import { passwordLength, refuseInIdentity } from '@mreza/contracts-identity'
import { isAmongWorst } from '../domain/worst-passwords.ts'

/** Gives a password back if it may be chosen (ID2); refuses otherwise. */
export const checkNewPassword = (password: string, email: string): string => {
  if (password.length < passwordLength.least)
    throw refuseInIdentity('invalid-input', { field: 'password', params: { fields: 'password', least: passwordLength.least } })
  if (isAmongWorst(password, email)) throw refuseInIdentity('password-too-common', { field: 'password' })
  return password
}
