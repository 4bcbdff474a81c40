import type { ScheduleDraft } from './schedule-draft.ts'

/** What every group of fields of the form is given. */
export interface ScheduleFieldsProps {
  readonly draft: ScheduleDraft
  readonly change: (part: Partial<ScheduleDraft>) => void
  /** Whether the field at this path is to be marked; only once sending was tried. */
  readonly isWrong: (path: string) => boolean
}
