import type { CaseSummary } from '@mreza/contracts-conferences'
import type { PersonId } from '@mreza/contracts-kernel'
import { foldForSearch } from '@mreza/i18n'

/** What a list of cases is narrowed by. */
export interface CaseFilter {
  readonly words: string
  readonly priority: CaseSummary['priority'] | 'any'
  readonly mine: boolean
}

/** Everything. */
export const everyCase: CaseFilter = { words: '', priority: 'any', mine: false }

/** The cases that pass the filter, in their order; every word must stand somewhere in what the row says. */
export const filterCases = (
  cases: readonly CaseSummary[],
  { words, priority, mine }: CaseFilter,
  me: PersonId,
  textOf: (file: CaseSummary) => string,
): readonly CaseSummary[] => {
  const wanted = foldForSearch(words).split(/\s+/).filter(Boolean)
  return cases.filter((file) => {
    if (mine && file.caseManagerId !== me) return false
    if (priority !== 'any' && file.priority !== priority) return false
    const text = foldForSearch(textOf(file))
    return wanted.every((word) => text.includes(word))
  })
}
