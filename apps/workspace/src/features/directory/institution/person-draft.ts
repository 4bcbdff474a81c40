import { toCyrillic, toLatin } from '@mreza/i18n'

/** What is typed about a new professional. */
export interface PersonDraft {
  readonly name: string
  readonly jobTitle: string
  readonly jobTitleEn: string
  readonly isHead: boolean
}

/** Nothing yet. */
export const emptyPerson: PersonDraft = { name: '', jobTitle: '', jobTitleEn: '', isHead: false }

const inBothScripts = (text: string) => ({ srLatn: toLatin(text.trim()), srCyrl: toCyrillic(text.trim()) })

/** Fields that may not stay empty. */
export const neededOfPerson = ['name', 'jobTitle', 'jobTitleEn'] as const

/** The person as the directory takes one: what was typed in one script stands in both. */
export const personOf = ({ name, jobTitle, jobTitleEn, isHead }: PersonDraft) => ({
  displayName: inBothScripts(name),
  jobTitle: { en: jobTitleEn.trim(), ...inBothScripts(jobTitle) },
  isHead,
})
