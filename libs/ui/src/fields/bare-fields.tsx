import type { ReactNode } from 'react'
import styles from './field.module.css'

/** Fields whose labels already stand above them, as in the columns of a table: labels are for screen readers alone, frames are light. */
export const BareFields = ({ children }: { children: ReactNode }) => <div className={styles.bare}>{children}</div>
