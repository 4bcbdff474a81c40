import { Button, Menu, MenuItem, MenuTrigger, useTexts } from '@mreza/ui'
import { toggleMark } from '@tiptap/pm/commands'
import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import { type RefObject, useEffect, useRef } from 'react'
import { Toolbar } from 'react-aria-components'
import { useEditing } from '../editing-context.ts'
import styles from '../editor.module.css'
import { schema } from '../schema.ts'
import { proposeRemoval } from '../suggestions/propose.ts'
import { anchorOf } from '../text/anchor.ts'
import { type Form, formCommands, forms } from './choices.ts'
import { moveBlock } from './move-block.ts'
import type { AtCaret } from './use-at-caret.ts'
import { useFloating } from './use-floating.ts'

const marks = ['bold', 'italic', 'underline'] as const

const tableCommands = {
  'row-before': addRowBefore,
  'row-after': addRowAfter,
  'column-before': addColumnBefore,
  'column-after': addColumnAfter,
  'head-row': toggleHeaderRow,
  'delete-row': deleteRow,
  'delete-column': deleteColumn,
  'delete-table': deleteTable,
} satisfies Readonly<Record<string, Command>>
const tableActs = Object.keys(tableCommands) as readonly (keyof typeof tableCommands)[]

interface ToolsProps {
  readonly here: AtCaret
  readonly box: RefObject<HTMLDivElement | null>
  readonly onClose: () => void
}

const useRun =
  ({ view }: AtCaret) =>
  (command: Command) => {
    command(view.state, view.dispatch, view)
    view.focus()
  }

/** When its menu has closed, the caret is back in the text: a menu gives the focus to its button, a frame later. */
const useBackInText =
  ({ view }: AtCaret) =>
  (isOpen: boolean) => {
    if (!isOpen) requestAnimationFrame(() => requestAnimationFrame(() => view.focus()))
  }

const Marks = ({ here }: { here: AtCaret }) => {
  const t = useTexts('plan')
  const run = useRun(here)
  return marks.map((mark) => (
    <Button key={mark} preventFocusOnPress aria-label={t(`editor.mark.${mark}`)} onPress={() => run(toggleMark(schema.marks[mark]))}>
      <span className={styles[mark]}>{t(`editor.mark.${mark}.sign`)}</span>
    </Button>
  ))
}

const FormMenu = ({ here }: { here: AtCaret }) => {
  const t = useTexts('plan')
  const run = useRun(here)
  return (
    <MenuTrigger onOpenChange={useBackInText(here)}>
      <Button preventFocusOnPress>{t('editor.form')}</Button>
      <Menu aria-label={t('editor.form')} onAction={(form) => run(formCommands[form as Form])}>
        {forms
          .filter((form) => form !== 'table')
          .map((form) => (
            <MenuItem key={form} id={form}>
              {t(`editor.form.${form}`)}
            </MenuItem>
          ))}
      </Menu>
    </MenuTrigger>
  )
}

const TableMenu = ({ here }: { here: AtCaret }) => {
  const t = useTexts('plan')
  const run = useRun(here)
  return (
    <MenuTrigger onOpenChange={useBackInText(here)}>
      <Button preventFocusOnPress>{t('editor.table')}</Button>
      <Menu aria-label={t('editor.table')} onAction={(act) => run(tableCommands[act as keyof typeof tableCommands])}>
        {tableActs.map((act) => (
          <MenuItem key={act} id={act}>
            {t(`editor.table.${act}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}

const Moves = ({ here }: { here: AtCaret }) => {
  const t = useTexts('plan')
  const run = useRun(here)
  return (['up', 'down'] as const).map((way) => (
    <Button key={way} preventFocusOnPress onPress={() => run(moveBlock(way))}>
      {t(`editor.move.${way}`)}
    </Button>
  ))
}

const Comment = ({ here, onClose }: { here: AtCaret; onClose: () => void }) => {
  const t = useTexts('plan')
  const { onComment } = useEditing()
  if (onComment === undefined || here.desk.room.right === 'read') return null
  const begin = () => {
    const { room, fragment, place } = here.desk
    const { from, to } = here.view.state.selection
    onComment(room.room, anchorOf(fragment, place, { from, to }, here.view.state.doc.textBetween(from, to, ' ')))
    onClose()
  }
  return (
    <Button preventFocusOnPress onPress={begin}>
      {t('editor.comment')}
    </Button>
  )
}

/** What one can do with what is selected, in reach above it; from the keyboard with Alt and F10. */
export const ToolsAtSelection = ({ here, box, onClose }: ToolsProps) => {
  const t = useTexts('plan')
  const { canWrite, suggests } = here.desk.settings
  const { from, to } = here.view.state.selection
  const mayForm = canWrite && !suggests
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const element = box.current
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close.current()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [box])
  useFloating(box, here.view, { from, to }, 'top-start')
  return (
    <div ref={box} className={styles.tools}>
      <Toolbar aria-label={t('editor.tools')} className={styles.bar ?? ''}>
        {mayForm && <Marks here={here} />}
        {mayForm && !here.desk.oneLine && <FormMenu here={here} />}
        {mayForm && here.inTable && <TableMenu here={here} />}
        <Comment here={here} onClose={onClose} />
        {mayForm && here.selected && (
          <Button preventFocusOnPress onPress={() => proposeRemoval(here.view, here.desk.room.doc.clientID)}>
            {t('editor.suggest-removal')}
          </Button>
        )}
        {mayForm && !here.desk.oneLine && <Moves here={here} />}
      </Toolbar>
    </div>
  )
}
