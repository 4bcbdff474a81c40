import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { classes } from '../classes.ts'
import { useTexts } from '../language.tsx'
import styles from './button.module.css'

/** `primary` is filled: one on a screen. `secondary` is outlined. `link` is for the refusing or lesser act. `danger` is filled, only in a dialog. */
export type ButtonKind = 'primary' | 'secondary' | 'link' | 'danger'

/** The class names of a button, for a link that looks like one. */
export const buttonClass = (kind: ButtonKind = 'secondary', extra?: { wide?: boolean | undefined }): string =>
  classes(styles.button, styles[kind], extra?.wide && styles.wide)

/** What a button is given beside what every button takes (`onPress`, `isDisabled`, `type`…). */
export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly kind?: ButtonKind
  /** The whole width and a height for a thumb. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A button whose word is a verb. While `isPending` it says so and takes no second press. */
export const Button = ({ kind = 'secondary', wide, children, ...rest }: ButtonProps) => {
  const t = useTexts('ui')
  return (
    <AriaButton {...rest} className={buttonClass(kind, { wide })}>
      {children}
      {rest.isPending && <span className="visually-hidden">{t('busy')}</span>}
    </AriaButton>
  )
}

/** Buttons in a row; they wrap. */
export const ButtonRow = ({ children }: { children: ReactNode }) => <div className={styles.row}>{children}</div>
