import { type ReactNode, useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { classes } from '../classes.ts'
import { Icon } from '../icons/icon.tsx'
import { VisuallyHidden } from '../live/visually-hidden.tsx'
import styles from './value-button.module.css'

/** What a value that opens into its field is given. */
export interface ValueButtonProps {
  /** What it is of, for screen readers: *Odgovorna ustanova*. */
  readonly label: string
  /** The value in words; what is missing where there is none. */
  readonly said: string
  /** How the value is drawn; `said` when left out. */
  readonly children?: ReactNode
  /** Nothing is chosen yet: the words are drawn as a gap. */
  readonly missing?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  /** A day or a number with its unit never breaks across lines. */
  readonly nowrap?: boolean | undefined
  /** What opens under it. It is made at the first press, so that a page of hundreds of values carries no field but the open one. */
  readonly field: (close: () => void) => ReactNode
}

/** A value in the text that opens into its field when it is pressed; closed it costs no more than a word. */
export const ValueButton = ({ label, said, children, missing = false, isDisabled = false, nowrap = false, field }: ValueButtonProps) => {
  const ref = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  if (isDisabled) return <span className={classes(missing && styles.missing, nowrap && styles.nowrap)}>{children ?? said}</span>
  return (
    <>
      <button
        type="button"
        ref={ref}
        className={classes(styles.value, missing && styles.missing, nowrap && styles.nowrap)}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <VisuallyHidden>{label}: </VisuallyHidden>
        <span>{children ?? said}</span>
        <Icon name="down" />
      </button>
      {open && (
        <Popover triggerRef={ref} isOpen onOpenChange={setOpen} placement="bottom start" className={styles.popover ?? ''}>
          <Dialog aria-label={label} className={styles.field ?? ''}>
            {field(() => setOpen(false))}
          </Dialog>
        </Popover>
      )}
    </>
  )
}
