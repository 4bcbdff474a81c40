import { foldForSearch } from '@mreza/i18n'
import { setBlockType, wrapIn } from '@tiptap/pm/commands'
import { wrapInList } from '@tiptap/pm/schema-list'
import { type Command, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Insertable, Mentionable } from '../editing-context.ts'
import { schema } from '../schema.ts'
import type { Trigger } from './trigger.ts'

const { nodes } = schema

/** A block of text that the `/` menu and the tools can make. */
export type Form = 'paragraph' | 'heading' | 'subheading' | 'bulletList' | 'orderedList' | 'blockquote' | 'table'

const row = (columns: number, cell: 'tableCell' | 'tableHeader') =>
  nodes.tableRow.create(
    null,
    Array.from({ length: columns }, () => nodes[cell].createAndFill()).filter((made) => made !== null),
  )

/** A table of three columns and two rows under a head, with the caret in its first cell. */
const insertTable: Command = (state, dispatch) => {
  const table = nodes.table.create(null, [row(3, 'tableHeader'), row(3, 'tableCell'), row(3, 'tableCell')])
  const { $from } = state.selection
  if ($from.depth > 1) return false
  const isEmptyLine = $from.parent.content.size === 0
  const at = isEmptyLine ? $from.before() : $from.after()
  const tr = isEmptyLine
    ? state.tr.replaceWith(at, $from.after(), [table, nodes.paragraph.create()])
    : state.tr.insert(at, [table, nodes.paragraph.create()])
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView())
  return true
}

/** What makes each form out of the block in which the caret stands. */
export const formCommands: Readonly<Record<Form, Command>> = {
  paragraph: setBlockType(nodes.paragraph),
  heading: setBlockType(nodes.heading, { level: 3 }),
  subheading: setBlockType(nodes.heading, { level: 4 }),
  bulletList: wrapInList(nodes.bulletList),
  orderedList: wrapInList(nodes.orderedList),
  blockquote: wrapIn(nodes.blockquote),
  table: insertTable,
}
export const forms = Object.keys(formCommands) as readonly Form[]

/** A line of the list that opens at the caret. */
export type Choice =
  | { readonly is: 'form'; readonly form: Form }
  | { readonly is: 'insert'; readonly kind: Insertable }
  | { readonly is: 'mention'; readonly who: Mentionable; readonly label: string }

const longest = 8

/** Those whose words contain what was typed, in any script and without diacritics; those that begin with it first. */
export const matching = <T>(choices: readonly T[], query: string, words: (choice: T) => string): readonly T[] => {
  const wanted = foldForSearch(query)
  const rated = choices.flatMap((choice) => {
    const at = foldForSearch(words(choice)).indexOf(wanted)
    return at < 0 ? [] : [{ choice, begins: at === 0 }]
  })
  return [...rated.filter(({ begins }) => begins), ...rated.filter(({ begins }) => !begins)].slice(0, longest).map(({ choice }) => choice)
}

const withoutTrigger = (view: EditorView, { from, to }: Trigger) => view.dispatch(view.state.tr.delete(from, to))

/** Does what was chosen, in the place of what was typed to find it. */
export const take = (view: EditorView, trigger: Trigger, choice: Choice, insert: (kind: Insertable) => void): void => {
  if (choice.is === 'mention') {
    const name = schema.text(choice.label, [schema.mark('mention', { kind: choice.who.kind, id: choice.who.id })])
    view.dispatch(view.state.tr.replaceWith(trigger.from, trigger.to, [name, schema.text(' ')]).scrollIntoView())
    return
  }
  withoutTrigger(view, trigger)
  if (choice.is === 'insert') insert(choice.kind)
  else formCommands[choice.form](view.state, view.dispatch, view)
}
