import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'

/** What is written into the midst of a proposal, not as one, stands by itself: takes the marks of proposals off the words that a transaction puts in. */
export const writePlainly = (tr: Transaction): Transaction => {
  const { insertion, deletion } = tr.doc.type.schema.marks
  const added = tr.steps.flatMap((step, at) => {
    if (!(step instanceof ReplaceStep) || step.slice.size === 0) return []
    const later = tr.mapping.slice(at + 1)
    return [{ from: later.map(step.from, -1), to: later.map(step.from + step.slice.size, 1) }]
  })
  for (const { from, to } of added)
    for (const mark of [insertion, deletion])
      if (mark !== undefined && to > from && tr.doc.rangeHasMark(from, to, mark)) tr.removeMark(from, to, mark)
  return tr
}
