import type { ReactNode } from 'react'
import { ToggleButton as AriaToggleButton, type ToggleButtonProps as AriaToggleButtonProps } from 'react-aria-components'
import { Icon } from '../icons/icon.tsx'
import { buttonClass } from './button.tsx'

/** A choice that is on or off: for whom, which state. On is drawn with a tick and a thick border, never only with a colour. */
export const ToggleButton = ({
  children,
  ...rest
}: Omit<AriaToggleButtonProps, 'className' | 'style' | 'children'> & { children: ReactNode }) => (
  <AriaToggleButton {...rest} className={buttonClass('secondary')}>
    {({ isSelected }) => (
      <>
        {isSelected && <Icon name="check" />}
        {children}
      </>
    )}
  </AriaToggleButton>
)
