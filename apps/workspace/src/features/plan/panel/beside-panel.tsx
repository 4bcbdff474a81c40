import type { ThreadId } from '@mreza/contracts-plans'
import { QuietLoading, SideSheet, Tab, TabList, TabPanel, Tabs, useTexts } from '@mreza/ui'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import type { Folds } from '../document/folds.ts'
import { soon } from '../document/soon.ts'
import type { Beginning, BesideTab } from '../document-page.tsx'
import { useEditing } from '../editor/editing-context.ts'
import { usePlan } from '../plan-context.ts'
import { goToGap } from './go-to.ts'
import styles from './panel.module.css'
import { type GapInRoom, suggestionsIn, useFromContents, useGaps } from './use-gaps.ts'
import { useThreads } from './use-threads.ts'

// What is missing comes right after the page, which does not wait for it; the rest when it is looked at.
const MissingList = lazy(async () => ({ default: (await import('./missing-list.tsx')).MissingList }))
const CommentList = lazy(async () => ({ default: (await import('./comment-list.tsx')).CommentList }))
const SuggestionList = lazy(async () => ({ default: (await import('./suggestion-list.tsx')).SuggestionList }))

const tabs: readonly BesideTab[] = ['missing', 'comments', 'suggestions']

/** What stands beside the document. */
export interface BesidePanelProps {
  readonly folds: Folds
  readonly tab: BesideTab | null
  readonly onTab: (tab: BesideTab | null) => void
  readonly beginning: Beginning | null
  readonly onEnd: () => void
  readonly thread: ThreadId | null
}

const narrow = '(max-width: 1100px)'
const useIsNarrow = () =>
  useSyncExternalStore(
    (changed) => {
      const query = matchMedia(narrow)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => matchMedia(narrow).matches,
  )

const useCounts = (): Readonly<Record<BesideTab, number>> => {
  const { list } = usePlan()
  return {
    missing: useGaps(list).filter(({ gap }) => gap.binding).length,
    comments: useThreads().filter(({ resolved }) => resolved === null).length,
    suggestions: useFromContents(list, suggestionsIn),
  }
}

const Content = ({ tab, onAway, ...props }: BesidePanelProps & { onAway: () => void }) => {
  const { editors } = useEditing()
  const go = (found: GapInRoom) => {
    if (found.gap.kind === 'suggestion-undecided') props.onTab('suggestions')
    else {
      onAway()
      afterClosing(() => goToGap(found.gap, { room: found.room, folds: props.folds, editors }))
    }
  }
  if (tab === 'missing' || tab === null)
    return (
      <Suspense fallback={<QuietLoading />}>
        <MissingList onGo={go} />
      </Suspense>
    )
  return (
    <Suspense fallback={<QuietLoading />}>
      {tab === 'comments' ? <CommentList {...props} onAway={onAway} /> : <SuggestionList onAway={onAway} />}
    </Suspense>
  )
}

/** A sheet gives the focus back to what opened it before it is gone; what moves the focus on waits for that. */
const afterClosing = (act: () => void) => {
  let frames = 4
  soon(() => {
    frames -= 1
    if (frames > 0) return false
    act()
    return true
  })
}

const Column = (props: BesidePanelProps) => {
  const t = useTexts('plan')
  const counts = useCounts()
  const stays = () => undefined
  return (
    <aside className={styles.beside} aria-label={t('notes')}>
      <Tabs selectedKey={props.tab ?? 'missing'} onSelectionChange={(key) => props.onTab(key as BesideTab)}>
        <TabList aria-label={t('notes')}>
          {tabs.map((tab) => (
            <Tab key={tab} id={tab}>
              {t(`beside.${tab}`)} {counts[tab] > 0 && <span className="quiet">{counts[tab]}</span>}
            </Tab>
          ))}
        </TabList>
        {tabs.map((tab) => (
          <TabPanel key={tab} id={tab}>
            <Content {...props} tab={tab} onAway={stays} />
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  )
}

const Bar = (props: BesidePanelProps) => {
  const t = useTexts('plan')
  const counts = useCounts()
  const close = () => props.onTab(null)
  return (
    <>
      <nav className={styles.bar} aria-label={t('notes')}>
        {tabs.map((tab) => (
          <button key={tab} type="button" onClick={() => props.onTab(tab)}>
            {t(`beside.${tab}`)} {counts[tab] > 0 && <b>{counts[tab]}</b>}
          </button>
        ))}
      </nav>
      {props.tab !== null && (
        <SideSheet title={t(`beside.${props.tab}`)} onClose={close}>
          <Content {...props} onAway={close} />
        </SideSheet>
      )}
    </>
  )
}

/** What is missing, said and proposed: a column beside the document, on a small screen a sheet that a bar at the bottom opens. */
export const BesidePanel = (props: BesidePanelProps) => {
  const isNarrow = useIsNarrow()
  return isNarrow ? <Bar {...props} /> : <Column {...props} />
}
