import type { Sector } from '@mreza/contracts-kernel'

/** The colour of each sector, the same in every network; what has no colour of its own takes the ink of labels. */
const colours: Readonly<Record<Sector, number | null>> = {
  'social-welfare': 1,
  police: 2,
  prosecution: 3,
  court: null,
  health: 4,
  shelter: 5,
  education: 6,
  'civil-society': 7,
  'red-cross': 8,
  employment: 9,
  'local-government': 10,
  'youth-office': 10,
  'social-protection-services': 11,
  'national-body': 12,
  media: null,
  other: null,
}

/** The token that holds a sector's colour, as a value for a style. */
export const sectorColour = (sector: Sector): string => (colours[sector] === null ? 'var(--ink-3)' : `var(--inst-${colours[sector]})`)
