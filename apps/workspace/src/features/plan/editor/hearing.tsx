import { useAnnounce, useTexts } from '@mreza/ui'
import { useEffect, useRef } from 'react'
import { useNames } from '../document/names.tsx'
import { presentIn } from '../live/from-rooms.ts'
import { usePlan } from '../plan-context.ts'
import type { Editors } from './editors.ts'

/** A screen reader hears no more than one of these sentences in so many milliseconds. */
const pause = 6000

/** Says things one after the other with a pause; what is said about the same thing later takes the place of what still waits. */
const useSlowly = () => {
  const announce = useAnnounce()
  const waiting = useRef(new Map<string, string>())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const say = useRef<() => void>(() => undefined)
  say.current = () => {
    const [first] = waiting.current
    timer.current = first === undefined ? undefined : setTimeout(() => say.current(), pause)
    if (first === undefined) return
    waiting.current.delete(first[0])
    announce(first[1])
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return useRef((about: string, sentence: string) => {
    waiting.current.set(about, sentence)
    if (timer.current === undefined) timer.current = setTimeout(() => say.current(), 0)
  }).current
}

/** Tells politely who came, who left and who writes in which text; never each letter. */
export const Hearing = ({ editors }: { editors: Editors }) => {
  const t = useTexts('plan')
  const names = useNames()
  const { list } = usePlan()
  const tell = useSlowly()
  const say = useRef(() => undefined as void)
  const known = useRef({ here: new Map<string, string>(), places: new Map<string, unknown>() })
  say.current = () => {
    const before = known.current
    const here = new Map(
      presentIn(list.map((room) => room.read())).flatMap(({ personId, institutionId }) => {
        const { short, person } = names(personId, institutionId)
        // Who has no name here yet is told of when it has come.
        return person === '' ? [] : [[personId as string, `${person}, ${short}`] as const]
      }),
    )
    for (const [id, name] of here) if (!before.here.has(id)) tell(id, t('editor.heard.came', { name }))
    for (const [id, name] of before.here) if (!here.has(id)) tell(id, t('editor.heard.left', { name }))
    const places = new Map<string, unknown>()
    for (const { user, fragment } of list.flatMap((room) => room.carets.all())) {
      places.set(user.personId, fragment)
      const text = editors.all().find((each) => each.fragment === fragment)
      const isNew = before.places.get(user.personId) !== fragment
      const name = here.get(user.personId)
      if (isNew && text !== undefined && name !== undefined) tell(user.personId, t('editor.heard.writes', { name, text: text.label }))
    }
    known.current = { here, places }
  }
  useEffect(() => {
    const leave = list.flatMap((room) => [room.carets.onMove(() => say.current()), room.subscribe(() => say.current())])
    return () => {
      for (const each of leave) each()
    }
  }, [list])
  return null
}
