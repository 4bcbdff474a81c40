import type { ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classes } from '../classes.ts'
import styles from './dialog.module.css'

export { DialogTrigger }

/** What a dialog is given. Controlled by `isOpen`, or opened by the button beside it in a {@link DialogTrigger}. */
export interface DialogProps {
  /** A question, in words: *Zašto vam treba ime?* */
  readonly title: ReactNode
  /** What follows from it. */
  readonly consequence?: ReactNode
  readonly isOpen?: boolean | undefined
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined
  /** A wider sheet, for a form of more than three fields. */
  readonly wide?: boolean | undefined
  /** Where it stands; at the top for what grows while one types. */
  readonly place?: 'middle' | 'top' | undefined
  /** `alertdialog` where something is lost. */
  readonly role?: 'dialog' | 'alertdialog' | undefined
  /** The body and its buttons. */
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** A sheet over the page with a question as its title. Buttons inside are named by their verbs; Escape closes it. */
export const Dialog = ({
  title,
  consequence,
  isOpen,
  onOpenChange,
  wide = false,
  place = 'middle',
  role = 'dialog',
  children,
}: DialogProps) => (
  <ModalOverlay
    className={classes(styles.scrim, place === 'top' && styles.top)}
    isDismissable={role === 'dialog'}
    {...(isOpen === undefined ? {} : { isOpen })}
    {...(onOpenChange ? { onOpenChange } : {})}
  >
    <Modal className={`${styles.sheet} ${wide ? styles.wide : ''}`}>
      <AriaDialog className={styles.dialog ?? ''} role={role}>
        {({ close }) => (
          <>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {consequence !== undefined && <p className={`second ${styles.consequence}`}>{consequence}</p>}
            {typeof children === 'function' ? children(close) : children}
          </>
        )}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)

/** The row of buttons that closes a dialog: the verb first, *odustani* after. */
export const DialogButtons = ({ children }: { children: ReactNode }) => <div className={styles.buttons}>{children}</div>
