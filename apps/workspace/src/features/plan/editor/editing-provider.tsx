import type { InstitutionId } from '@mreza/contracts-kernel'
import { sectorColour, useAnnounce, useLocalized, useTexts } from '@mreza/ui'
import type { EditorView } from '@tiptap/pm/view'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useInstitutions } from '../../../api/institutions.ts'
import type { LiveRoom } from '../live/live-room.ts'
import { usePlan } from '../plan-context.ts'
import { EditingContext, type EditingPage } from './editing-context.ts'
import { type EditingTexts, EditingTextsContext, helpId, threadKey } from './editing-texts.ts'
import { Editors } from './editors.ts'
import type { KeyHandler } from './menus/list-at-caret.tsx'
import type { Move } from './paste/ask-to-move.tsx'
import { StrandedWords } from './stranded-words.tsx'
import type { Sign } from './text/shades.ts'
import { useColleaguesInSight } from './use-colleagues-in-sight.ts'
import { useCopied } from './use-copied.ts'
import { usePressedPassage } from './use-pressed-passage.ts'
import { useAnySuggestions } from './use-suggestions.ts'
import { useUndoOutside } from './use-undo-outside.ts'
import { useWriters } from './use-writers.ts'
import { loadEditor } from './view/editor-code.ts'

const FloatOverText = lazy(() => import('./menus/float-over-text.tsx').then((loaded) => ({ default: loaded.FloatOverText })))
const Hearing = lazy(() => import('./hearing.tsx').then((loaded) => ({ default: loaded.Hearing })))
const AskToMove = lazy(() => import('./paste/ask-to-move.tsx').then((loaded) => ({ default: loaded.AskToMove })))
const NoteAtCaret = lazy(() => import('./menus/note-at-caret.tsx').then((loaded) => ({ default: loaded.NoteAtCaret })))

const unknown: Sign = { colour: 'var(--ink-3)', short: '', name: '' }

const useSigns = () => {
  const institutions = useInstitutions()
  const localized = useLocalized()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of a language come anew at each look and say the same
  return useMemo(() => {
    const signs = new Map<InstitutionId, Sign>(
      [...institutions.values()].map(({ id, sector, shortName, name }) => [
        id,
        { colour: sectorColour(sector), short: localized(shortName), name: localized(name) },
      ]),
    )
    return (id: InstitutionId) => signs.get(id) ?? unknown
  }, [institutions])
}

const useTextsOfPage = (page: EditingPage, keys: { current: KeyHandler | null }, onMove: (move: Move) => void, onForm: () => void) => {
  const { plan, list } = usePlan()
  const proposed = useAnySuggestions(list)
  const writers = useWriters(plan.planId, list, page.showWriters || proposed)
  const signOf = useSigns()
  const threadsAt = useMemo(() => Map.groupBy(page.threads, ({ room, anchor }) => threadKey(room, anchor.place)), [page.threads])
  const onKey = useCallback((view: EditorView, event: KeyboardEvent) => keys.current?.(view, event) === true, [keys])
  const onFromElsewhere = useCallback<EditingTexts['onFromElsewhere']>(
    (into: LiveRoom, from, characters, put) => onMove({ into, from, characters, put }),
    [onMove],
  )
  return useMemo(
    () => ({ threadsAt, writers, signOf, onKey, onFromElsewhere, onFormProposed: onForm }),
    [threadsAt, writers, signOf, onKey, onFromElsewhere, onForm],
  )
}

/** Stands once around all texts of a plan; shows what floats over them: tools for a selection, the `/` menu, the list after `@`. */
export const EditingProvider = ({ page, children }: { page: EditingPage; children: ReactNode }) => {
  const t = useTexts('plan')
  const announce = useAnnounce()
  const [editors] = useState(() => new Editors())
  const [move, setMove] = useState<Move | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const keys = useRef<KeyHandler | null>(null)
  const onlyWords = t('editor.suggest.only-words')
  const onForm = useCallback(() => {
    setNote(onlyWords)
    announce(onlyWords)
  }, [onlyWords, announce])
  const texts = useTextsOfPage(page, keys, setMove, onForm)
  const editing = useMemo(() => ({ ...page, editors }), [page, editors])
  // Where no page has asked for it before; by the time somebody has found their place the editor is there.
  useEffect(() => {
    loadEditor().catch(() => undefined)
  }, [])
  useColleaguesInSight(editors)
  useCopied(editors)
  useUndoOutside()
  usePressedPassage(page.onThread)
  return (
    <EditingContext value={editing}>
      <EditingTextsContext value={texts}>
        <StrandedWords />
        {children}
        <p id={helpId} hidden>
          {t('editor.help', { keys: 'Alt+F10' })}
        </p>
        <Suspense>
          <FloatOverText editors={editors} keys={keys} />
          {note !== null && <NoteAtCaret editors={editors} note={note} onEnd={() => setNote(null)} />}
          {move !== null && <AskToMove move={move} onClose={() => setMove(null)} />}
          <Hearing editors={editors} />
        </Suspense>
      </EditingTextsContext>
    </EditingContext>
  )
}
