import { useTexts } from '@mreza/ui'
import type { EditorView } from '@tiptap/pm/view'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useEditing } from '../editing-context.ts'
import styles from '../editor.module.css'
import type { TextDesk } from '../text-desk.ts'
import { type Choice, forms, matching, take } from './choices.ts'
import type { Trigger } from './trigger.ts'
import { useFloating } from './use-floating.ts'

/** How the keys of the text reach what floats over it. */
export type KeyHandler = (view: EditorView, event: KeyboardEvent) => boolean

interface Named {
  readonly choice: Choice
  readonly label: string
  readonly second: string | undefined
  readonly kind: string
}

const useChoices = (desk: TextDesk, { sign, query }: Trigger): readonly Named[] => {
  const t = useTexts('plan')
  const { mentionable, insertables } = useEditing()
  const { suggests } = desk.settings
  const all = useMemo((): readonly Named[] => {
    if (sign === '@')
      return mentionable.map((who) => {
        const label = who.kind === 'article' ? t('editor.mention.article', { number: who.label }) : who.label
        return { choice: { is: 'mention', who, label }, label, second: who.second, kind: t(`editor.mention.${who.kind}`) }
      })
    const made = desk.oneLine || suggests ? [] : forms
    return [
      ...made.map((form) => {
        return { choice: { is: 'form', form } as const, label: t(`editor.form.${form}`), second: undefined, kind: t('editor.form') }
      }),
      ...insertables(desk).map((kind) => {
        return { choice: { is: 'insert', kind } as const, label: t(`editor.insert.${kind}`), second: undefined, kind: t('editor.insert') }
      }),
    ]
  }, [sign, mentionable, insertables, desk, suggests, t])
  return useMemo(() => matching(all, query, ({ label, second = '' }) => `${label} ${second}`), [all, query])
}

/** Tells a screen reader that arrows move in a list while the caret stays in the text. */
const useListOfText = (view: EditorView, list: string, active: string) => {
  useLayoutEffect(() => {
    const { dom } = view
    dom.setAttribute('aria-controls', list)
    dom.setAttribute('aria-autocomplete', 'list')
    return () => {
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant']) dom.removeAttribute(name)
    }
  }, [view, list])
  useLayoutEffect(() => {
    view.dom.setAttribute('aria-activedescendant', active)
  }, [view, active])
}

const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

const useKeys = (keys: { current: KeyHandler | null }, choices: readonly Named[], choose: (at: number) => void, onClose: () => void) => {
  const [at, setAt] = useState(0)
  const active = Math.min(at, choices.length - 1)
  useEffect(() => {
    keys.current = (_view, { key }) => {
      const move = moves[key]
      if (move !== undefined) setAt((active + move + choices.length) % choices.length)
      else if (key === 'Enter' || key === 'Tab') choose(active)
      else if (key === 'Escape') onClose()
      else return false
      return true
    }
    return () => {
      keys.current = null
    }
  }, [keys, choices, active, choose, onClose])
  return active
}

interface ListProps {
  readonly desk: TextDesk
  readonly view: EditorView
  readonly trigger: Trigger
  readonly keys: { current: KeyHandler | null }
  readonly onClose: () => void
}

const Open = ({ desk, view, trigger, keys, onClose, choices }: ListProps & { choices: readonly Named[] }) => {
  const t = useTexts('plan')
  const { onInsert } = useEditing()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const choose = (index: number) => {
    const chosen = choices[index]
    if (chosen !== undefined) take(view, trigger, chosen.choice, (kind) => onInsert(kind, desk))
  }
  const active = useKeys(keys, choices, choose, onClose)
  useListOfText(view, id, `${id}-${active}`)
  useFloating(box, view, trigger, 'bottom-start')
  useLayoutEffect(() => {
    box.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div ref={box} id={id} role="listbox" className={styles.list} aria-label={t(trigger.sign === '/' ? 'editor.menu' : 'editor.mentions')}>
      {choices.map(({ label, second, kind }, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which names the option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys come through the text
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the text points at
          key={index}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={styles.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(index)}
        >
          <span>
            {label}
            {second !== undefined && <span className="second"> {second}</span>}
          </span>
          <span className="label">{kind}</span>
        </div>
      ))}
    </div>
  )
}

/** The list that opens at the caret after `/` or `@`: arrows, Enter and Escape work while one goes on typing. */
export const ListAtCaret = (props: ListProps) => {
  const choices = useChoices(props.desk, props.trigger)
  return choices.length === 0 ? null : <Open {...props} choices={choices} />
}
