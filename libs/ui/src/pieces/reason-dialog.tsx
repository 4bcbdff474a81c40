import type { RefusalShape } from '@mreza/contracts-kernel'
import { lazy, type ReactNode, Suspense } from 'react'

/** What the question is given. */
export interface ReasonDialogProps {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly title: ReactNode
  readonly consequence?: ReactNode
  /** The verb on the filled button. */
  readonly confirm: string
  /** Something is lost or refused by it: the button is red and never has the first focus. */
  readonly destructive?: boolean | undefined
  /** Whether a reason is needed; three characters at least. */
  readonly needsReason?: boolean | undefined
  readonly reasonLabel?: string | undefined
  readonly isPending?: boolean | undefined
  readonly refusal?: RefusalShape | undefined
  readonly onConfirm: (reason: string) => void
  /** Further fields between the consequence and the reason. */
  readonly children?: ReactNode
  /** Asked at every press: are the further fields filled in? They say themselves what is missing. */
  readonly mayConfirm?: (() => boolean) | undefined
}

const Sheet = lazy(() => import('./reason-sheet.tsx').then((module) => ({ default: module.ReasonSheet })))

/**
 * A question with its consequence and, where the act needs one, a reason. What was typed stays if the answer is a refusal.
 * The sheet is fetched at the first question, so that a page that may ask does not carry it.
 */
export const ReasonDialog = (props: ReasonDialogProps) =>
  props.isOpen ? (
    <Suspense fallback={null}>
      <Sheet {...props} />
    </Suspense>
  ) : null
