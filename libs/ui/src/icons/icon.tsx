import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './icon.module.css'

const stroke = (d: string, width: number) => <path d={d} fill="none" stroke="currentColor" strokeWidth={width} />

/** The drawings by what they show: `[size of the box, shapes]`. They take the colour of the text. */
const drawings = {
  broken: [16, <path key="b" fill="currentColor" fillRule="evenodd" d="M1 1h14v14H1zM7 3.5l.3 6h1.4l.3-6zM7.1 11h1.8v1.8H7.1z" />],
  warning: [16, <path key="w" fill="currentColor" fillRule="evenodd" d="M8 1l7.5 14H.5zM7.2 6l.25 4.8h1.1L8.8 6zM7.2 12h1.6v1.5H7.2z" />],
  dial: [
    16,
    <g key="d">
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {stroke('M8 4v4.2l2.8 1.6', 1.5)}
    </g>,
  ],
  bars: [16, <path key="p" fill="currentColor" d="M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z" />],
  check: [16, <g key="c">{stroke('M2 8.5l4 4 8-9', 2)}</g>],
  'disc-check': [
    18,
    <g key="s">
      <circle cx="9" cy="9" r="8" fill="currentColor" />
      <path className={styles.onPaper} d="M5 9.3l3 3 5-6" fill="none" strokeWidth="2" />
    </g>,
  ],
  hourglass: [
    18,
    <g key="h">{stroke('M4 2h10M4 16h10M5 2.5c0 4 3 4.5 4 6.5 1-2 4-2.5 4-6.5M5 15.5c0-4 3-4.5 4-6.5 1 2 4 2.5 4 6.5', 1.6)}</g>,
  ],
  cross: [18, <g key="x">{stroke('M3 3l12 12M15 3L3 15', 2.6)}</g>],
  diamond: [
    18,
    <g key="e">
      {stroke('M9 1.5L16.5 9 9 16.5 1.5 9z', 1.6)}
      {stroke('M5.5 9h7', 1.8)}
    </g>,
  ],
  'half-circle': [
    18,
    <g key="hc">
      <circle cx="9" cy="9" r="7.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M9 1.8a7.2 7.2 0 0 0 0 14.4z" fill="currentColor" />
    </g>,
  ],
  circle: [18, <circle key="r" cx="9" cy="9" r="7.2" fill="none" stroke="currentColor" strokeWidth="1.6" />],
  'dashed-circle': [
    18,
    <circle key="u" cx="9" cy="9" r="7.2" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="3 2.6" />,
  ],
  arrow: [24, <g key="a">{stroke('M3 12h17M14 5.5l6.5 6.5-6.5 6.5', 2)}</g>],
  search: [
    16,
    <g key="se">
      <circle cx="6.5" cy="6.5" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {stroke('M10 10l4.5 4.5', 1.5)}
    </g>,
  ],
  down: [16, <g key="do">{stroke('M3.5 6l4.5 4.5L12.5 6', 1.5)}</g>],
  previous: [16, <g key="pr">{stroke('M10 3.500l-4.500 4.500 4.500 4.500', 1.5)}</g>],
  next: [16, <g key="ne">{stroke('M6 3.500l4.500 4.500-4.500 4.500', 1.5)}</g>],
  close: [16, <g key="cl">{stroke('M3.500 3.500l9 9M12.500 3.500l-9 9', 1.8)}</g>],
  bell: [
    16,
    <g key="be">
      {stroke('M3.200 11.500c1-1 1.300-2 1.300-4.200a3.500 3.500 0 0 1 7 0c0 2.200.3 3.200 1.300 4.200zM6.500 13.800h3', 1.5)}
    </g>,
  ],
  phone: [
    22,
    <g key="ph">
      {stroke('M5.5 1.8l3 4.700-2 2.300c1.2 2.8 3.4 5 6.2 6.300l2.4-2 4.700 3-1.300 3.700c-8.5 1.2-17-7.5-16.300-16.5z', 1.8)}
    </g>,
  ],
  drag: [16, <path key="dr" fill="currentColor" d="M5 3h2v2H5zM9 3h2v2H9zM5 7h2v2H5zM9 7h2v2H9zM5 11h2v2H5zM9 11h2v2H9z" />],
} as const satisfies Record<string, readonly [number, ReactNode]>

/** The name of a drawing. */
export type IconName = keyof typeof drawings

/** A small drawing beside a word. It says nothing to a screen reader: the word does. */
export const Icon = ({ name, className }: { name: IconName; className?: string | undefined }) => {
  const [size, shapes] = drawings[name]
  return (
    <svg className={classes(styles.icon, className)} viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false">
      {shapes}
    </svg>
  )
}

/** The closed door of a confidential part: the one drawing that is not an icon. */
export const DoorDrawing = ({ className }: { className?: string | undefined }) => (
  <svg className={className} viewBox="0 0 36 56" aria-hidden="true" focusable="false">
    {stroke('M1 55.5h34M4 55V2h28v53', 2)}
    {stroke('M7 5h22v50H7z', 1)}
    <circle cx="25" cy="31" r="1.8" fill="currentColor" />
    {stroke('M25 34v4', 1.5)}
  </svg>
)
