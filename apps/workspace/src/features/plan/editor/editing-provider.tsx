import { type ReactNode, useMemo, useState } from 'react'
import { EditingContext, type EditingPage } from './editing-context.ts'
import { Editors } from './editors.ts'

/** Stands once around all texts of a plan; shows what floats over them: tools for a selection, the `/` menu, the list after `@`. */
export const EditingProvider = ({ page, children }: { page: EditingPage; children: ReactNode }) => {
  const [editors] = useState(() => new Editors())
  const editing = useMemo(() => ({ ...page, editors }), [page, editors])
  return <EditingContext value={editing}>{children}</EditingContext>
}
