import type { CaseCode } from '@mreza/contracts-conferences'
import type { Slug } from '@mreza/contracts-kernel'

/** The letters of the cities' vehicle plates, which everybody there knows. */
const letters: Readonly<Record<string, string>> = {
  subotica: 'SU',
  'novi-sad': 'NS',
  'sremska-mitrovica': 'SM',
  kragujevac: 'KG',
  kraljevo: 'KV',
  nis: 'NI',
  vranje: 'VR',
}

/** How many codes a network has in one year. */
export const codesPerYear = 10_000

/** Networks are named after their cities: `network-nis`. */
const cityOf = (network: Slug): string => network.replace(/^network-/, '')

const lettersOf = (network: Slug): string => {
  const city = cityOf(network)
  return (
    letters[city] ??
    city
      .replaceAll(/[^a-z]/g, '')
      .padEnd(2, 'x')
      .slice(0, 2)
      .toUpperCase()
  )
}

/** The code of a case (CF9). `drawn` is a random number from 0 to {@link codesPerYear} − 1; the year is that of the opening in the network's calendar. */
export const caseCode = (network: Slug, year: number, drawn: number): CaseCode =>
  `${lettersOf(network)}-${String(year % 100).padStart(2, '0')}-${String(drawn).padStart(4, '0')}`
