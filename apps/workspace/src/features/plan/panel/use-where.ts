import type { TextPlace } from '@mreza/contracts-plans'
import { useTexts } from '@mreza/ui'
import type { LiveRoom } from '../live/live-room.ts'
import { type PartOfPage, whereIs } from './where.ts'

/** Says where a text stands: *Zdravlje · Korisnica ima svog lekara*. */
export const useWhere = () => {
  const t = useTexts('plan')
  const nameOf = (part: PartOfPage) => (part === 'wishes' || part === 'agreed' ? t(part) : t(`section.${part}`))
  return (room: LiveRoom, place: TextPlace): string => {
    const { part, goal } = whereIs(room, place)
    return goal === null || goal === '' ? nameOf(part) : t('where.goal', { section: nameOf(part), goal })
  }
}
