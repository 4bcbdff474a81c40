import type { ReactNode } from 'react'
import {
  Cell as AriaCell,
  Column as AriaColumn,
  Row as AriaRow,
  type RowProps as AriaRowProps,
  Table as AriaTable,
  type CellProps,
  type ColumnProps,
  TableBody,
  TableHeader,
  type TableProps,
} from 'react-aria-components'
import { classes } from '../classes.ts'
import styles from './data-table.module.css'

export { TableBody, TableHeader }

/** A table to read: heads in small type, hairlines between rows, numbers right. Write `<thead>` and `<tbody>` inside. */
export const DataTable = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
  <section className={styles.scroll} aria-label={label} tabIndex={0}>
    <table className={styles.table}>{children}</table>
  </section>
)

/** A table to work in: arrow keys move between rows and cells, rows may be chosen, columns may sort. */
export const Table = (props: Omit<TableProps, 'className' | 'style'>) => <AriaTable {...props} className={styles.table ?? ''} />

/** A column of {@link Table}; with `allowsSorting` its head is a button and says the order. */
export const Column = ({ children, ...props }: Omit<ColumnProps, 'className' | 'style' | 'children'> & { children: ReactNode }) => (
  <AriaColumn {...props} className={styles.column ?? ''}>
    {({ sortDirection }) => (
      <>
        {children}
        {sortDirection && <span className={classes(styles.sort, sortDirection === 'descending' && styles.descending)} />}
      </>
    )}
  </AriaColumn>
)

/** A row of {@link Table}. */
export const TableRow = <T extends object>(props: Omit<AriaRowProps<T>, 'className' | 'style'>) => (
  <AriaRow {...props} className={styles.row ?? ''} />
)

/** A cell of {@link Table}. */
export const Cell = (props: Omit<CellProps, 'className' | 'style'>) => <AriaCell {...props} className={styles.cell ?? ''} />
