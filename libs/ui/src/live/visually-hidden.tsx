import type { ReactNode } from 'react'

/** Text that only a screen reader reads. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => <span className="visually-hidden">{children}</span>
