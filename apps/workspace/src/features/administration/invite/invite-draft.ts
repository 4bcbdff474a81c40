import type { Person } from '@mreza/contracts-directory'
import { Email, type InvitationRequest } from '@mreza/contracts-identity'
import type { InstitutionId, PersonId, Role } from '@mreza/contracts-kernel'
import { toCyrillic, toLatin } from '@mreza/i18n'

/** Somebody whom the directory does not know yet. */
export const newPerson = 'new'

/** What is chosen and typed about whom to invite. */
export interface InviteDraft {
  readonly institutionId: InstitutionId | null
  readonly whom: PersonId | typeof newPerson
  readonly name: string
  readonly jobTitle: string
  readonly jobTitleEn: string
  readonly email: string
  readonly roles: readonly Role[]
}

/** A field of it that may be wrong. */
export type InviteField = 'institutionId' | 'name' | 'jobTitle' | 'jobTitleEn' | 'email' | 'roles'

export const emptyInvite: InviteDraft = {
  institutionId: null,
  whom: newPerson,
  name: '',
  jobTitle: '',
  jobTitleEn: '',
  email: '',
  roles: ['practitioner'],
}

const inBothScripts = (text: string) => ({ srLatn: toLatin(text.trim()), srCyrl: toCyrillic(text.trim()) })

const typed = ({ name, jobTitle, jobTitleEn }: InviteDraft) => ({
  displayName: inBothScripts(name),
  jobTitle: { en: jobTitleEn.trim(), ...inBothScripts(jobTitle) },
})

const known = ({ id, displayName, jobTitle }: Person) => ({ personId: id, displayName, jobTitle })

const emptyOnes = (draft: InviteDraft, person: Person | undefined): InviteField[] => {
  if (person !== undefined) return []
  return (['name', 'jobTitle', 'jobTitleEn'] as const).filter((field) => draft[field].trim() === '')
}

/** The invitation as the contract takes it, or which fields are wrong. `people` are those whom the directory knows there. */
export const readInvite = (
  draft: InviteDraft,
  people: readonly Person[],
): { readonly request: InvitationRequest } | { readonly wrong: ReadonlySet<InviteField> } => {
  const person = people.find(({ id }) => id === draft.whom)
  const email = Email.safeParse(draft.email)
  const wrong = new Set<InviteField>(emptyOnes(draft, person))
  if (draft.institutionId === null) wrong.add('institutionId')
  if (!email.success) wrong.add('email')
  if (draft.roles.length === 0) wrong.add('roles')
  if (wrong.size > 0 || draft.institutionId === null || !email.success) return { wrong }
  const who = person === undefined ? typed(draft) : known(person)
  return { request: { ...who, institutionId: draft.institutionId, email: email.data, roles: [...draft.roles] } }
}
