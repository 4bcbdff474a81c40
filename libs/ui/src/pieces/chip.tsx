import type { Sector } from '@mreza/contracts-kernel'
import type { CSSProperties, ReactNode } from 'react'
import { classes } from '../classes.ts'
import { sectorColour } from '../sector-colour.ts'
import styles from './chip.module.css'

/** What a chip is given. */
export interface ChipProps {
  readonly sector: Sector
  /** The institution's short name, in the reader's script: *CSR*. */
  readonly short: string
  /** The institution's full name, read out with the short one. */
  readonly institution?: string | undefined
  /** The person, or the institution's name where it stands for itself. */
  readonly children?: ReactNode
  /** Filled: here at this moment. Outlined: named. */
  readonly here?: boolean | undefined
}

/** A person of an institution: the short name boxed in the sector's colour, then the person. The colour is never alone. */
export const Chip = ({ sector, short, institution, children, here = false }: ChipProps) => (
  <span className={classes(styles.chip, here && styles.here)} style={{ '--c': sectorColour(sector) } as CSSProperties}>
    {institution === undefined ? (
      <span className={styles.inst}>{short}</span>
    ) : (
      <abbr className={styles.inst} title={institution}>
        {short}
      </abbr>
    )}
    {children !== undefined && <span className={styles.name}>{children}</span>}
  </span>
)
