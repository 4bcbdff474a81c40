import { EmptyState, QuietLoading, useTexts } from '@mreza/ui'
import type { RoomStanding } from '../live/use-live-plan.ts'

/** What stands in the place of a section while its room has not come, or since it has closed; nothing while it is open. */
export const RoomClosed = ({ state }: { state: RoomStanding }) => {
  const t = useTexts('plan')
  if (state.line === 'over') return <EmptyState title={t(`over.${state.over ?? 'revoked'}`)} />
  return state.here ? null : <QuietLoading />
}
