import type { Language } from '@mreza/contracts-kernel'
import type { Identity, IdentityContext } from '../identity.ts'

/** Keeps the language of the interface with the account. */
export const setLanguage = (identity: Identity) => async (ctx: IdentityContext, input: { readonly language: Language }) => {
  await identity.db.updateTable('account').set({ language: input.language }).where('person_id', '=', ctx.subject.personId).execute()
  return { done: true as const }
}
