import { directoryOperations } from '@mreza/contracts-directory'
import type { Door } from '@mreza/service'

/**
 * What this service's own tests need of the directory: every institution and person who is asked for has a name that ends with
 * the last letters of their id. Services do not import each other; the real ones meet in the tests across services.
 */
export const directoryStandIn: Door = async (request) => {
  const { institutionIds, personIds } = directoryOperations.nameOnPaper.input.parse(
    JSON.parse(new URL(request.url).searchParams.get('input') ?? ''),
  )
  const name = (what: string, id: string) => ({
    en: `${what} ${id.slice(-4)}`,
    srLatn: `${what} ${id.slice(-4)}`,
    srCyrl: `${what} ${id.slice(-4)}`,
  })
  const people = personIds.map((id, at) => ({
    id,
    institutionId: institutionIds[at] ?? institutionIds[0],
    displayName: { srLatn: `Osoba ${id.slice(-4)}`, srCyrl: `Особа ${id.slice(-4)}` },
    jobTitle: name('Posao', id),
    isHead: false,
  }))
  const institutions = institutionIds.map((id) => ({ id, name: name('Ustanova', id), telephones: [] }))
  return Response.json({ result: { data: { institutions, people } } })
}
