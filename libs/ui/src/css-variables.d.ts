import 'react'

declare module 'react' {
  interface CSSProperties {
    /** The colour of an institution's sector, or the place of a note: values that a stylesheet reads. */
    [variable: `--${string}`]: string | number | undefined
  }
}
