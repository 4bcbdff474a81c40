import { foldForSearch } from '@mreza/i18n'
import { type Hit, searchIn } from '../store/search.ts'
import type { InstitutionRow, PersonRow, ServiceRow } from '../store/tables.ts'
import type { Of } from './parts.ts'
import { personOf, summaryOf } from './present.ts'

/** How many hits there are at the most, of all kinds together. */
const most = 20

const best = <Row>(hits: readonly Hit<Row>[], all: readonly Hit<unknown>[]): Hit<Row>[] => {
  const chosen = new Set<Hit<unknown>>([...all].sort((one, other) => other.score - one.score).slice(0, most))
  return hits.filter((hit) => chosen.has(hit))
}

/** Institutions, services and people whose name matches in either script, with or without diacritics (DI8). */
export const searchDirectory: Of<'searchDirectory'> =
  ({ db: { runtime } }) =>
  async (_ctx, { text, networkId }) => {
    const folded = foldForSearch(text)
    const [institutions, people, services]: [Hit<InstitutionRow>[], Hit<PersonRow>[], Hit<ServiceRow>[]] = await Promise.all([
      searchIn(runtime, 'institution', folded, networkId),
      searchIn(runtime, 'person', folded, networkId),
      searchIn(runtime, 'service', folded, networkId),
    ])
    const all = [...institutions, ...people, ...services]
    return {
      institutions: best(institutions, all).map(summaryOf),
      people: best(people, all).map(personOf),
      services: best(services, all).map(({ id, name, provider_id }) => ({ id, name, providerId: provider_id })),
    }
  }
