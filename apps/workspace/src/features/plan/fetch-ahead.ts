import type { CaseId } from '@mreza/contracts-kernel'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { loadEditor } from './editor/view/editor-code.ts'

/** After this many milliseconds the code is fetched even on a page that is never idle. */
const patience = 2_000

/**
 * Fetches the code and the words of the plan's page while the page that leads there is idle, so that the plan opens without waiting for them. None of
 * the plan itself: to come in is a look that is recorded (D8). Not for who saves data.
 */
export const usePlanAhead = (caseId: CaseId): void => {
  const router = useRouter()
  useEffect(() => {
    if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true) return undefined
    const fetch = () => {
      void router.preloadRoute({ to: '/cases/$caseId/plan', params: { caseId } })
      loadEditor().catch(() => undefined)
    }
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(fetch, patience)
      return () => clearTimeout(timer)
    }
    const idle = requestIdleCallback(fetch, { timeout: patience })
    return () => cancelIdleCallback(idle)
  }, [router, caseId])
}
