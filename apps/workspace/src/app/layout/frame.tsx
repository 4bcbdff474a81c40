import { useTexts } from '@mreza/ui'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useLiveInbox } from '../../api/live.ts'
import { useMe } from '../../api/session.ts'
import { MissingPage } from '../error/missing-page.tsx'
import { Opening } from '../error/opening.tsx'
import { usePalette } from '../palette/use-palette.ts'
import type { Room } from '../room.ts'
import { roomAt, roomsOf } from '../rooms.ts'
import styles from './frame.module.css'
import { Rail } from './rail.tsx'
import { TabBar } from './tab-bar.tsx'
import { TopBar } from './top-bar.tsx'

const Palette = lazy(() => import('../palette/palette.tsx').then((module) => ({ default: module.Palette })))

/** Where the page itself was opened: there the browser has set the focus already. */
const openedAt = window.location.pathname

/** Says in the title where one is (a room, never a case), and moves the focus to the new page. */
const useArrival = (path: string) => {
  const t = useTexts('shell')
  const main = useRef<HTMLElement>(null)
  const before = useRef(openedAt === '/' ? path : openedAt)
  const room = roomAt(path)
  const page = room === undefined ? undefined : t(`room.${room.id}`)
  useEffect(() => {
    document.title = page === undefined ? t('brand') : t('page.title', { page })
  }, [page, t])
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    main.current?.focus({ preventScroll: true })
  }, [path])
  return main
}

/** A room that is not this person's looks like one that does not exist. */
const isClosed = (path: string, own: readonly Room[]) => {
  const room = roomAt(path)
  return room !== undefined && !own.includes(room)
}

/** The frame around every room: top bar, rail, the room, on a phone four words at the bottom. */
export const Frame = () => {
  const t = useTexts('shell')
  const me = useMe()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const main = useArrival(path)
  const palette = usePalette()
  const rooms = roomsOf(me.subject)
  const closed = isClosed(path, rooms)
  useLiveInbox(rooms.some((room) => room.id === 'inbox'))
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('skip.to.content')}
      </a>
      <TopBar openSearch={palette.open} />
      <div className={styles.frame}>
        <Rail rooms={rooms} />
        <main className={styles.main} id="content" ref={main} tabIndex={-1}>
          <Suspense fallback={<Opening />}>{closed ? <MissingPage /> : <Outlet />}</Suspense>
        </main>
      </div>
      <TabBar rooms={rooms} />
      {palette.isOpen && (
        <Suspense fallback={null}>
          <Palette rooms={rooms} onClose={palette.close} />
        </Suspense>
      )}
    </>
  )
}
