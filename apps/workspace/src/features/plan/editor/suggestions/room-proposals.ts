import type { TextPlace } from '@mreza/contracts-plans'
import { type PlanContent, prosePlacesOf, textAt } from '@mreza/plan-document'
import * as Y from 'yjs'
import type { LiveRoom } from '../../live/live-room.ts'
import type { Suggestion } from '../suggestion.ts'
import { listProposals, type Proposal } from './list-proposals.ts'

/** Every text of a room that is shown, in the order of the page. */
export const placesOf = (content: PlanContent): TextPlace[] => [
  ...(content.room === 'core' ? [{ in: 'wishes' } as const] : []),
  ...prosePlacesOf(content.room).map((place): TextPlace => ({ in: 'prose', place })),
  ...content.goals.flatMap((goal): TextPlace[] =>
    goal.withdrawn
      ? []
      : [
          ...(['outcome', 'own', 'note'] as const).map((field): TextPlace => ({ in: 'goal', id: goal.id, field })),
          ...goal.indicators.flatMap((item): TextPlace[] => (item.withdrawn ? [] : [{ in: 'indicator', id: item.id, field: 'text' }])),
          ...goal.activities.flatMap((item): TextPlace[] => (item.withdrawn ? [] : [{ in: 'activity', id: item.id, field: 'what' }])),
        ],
  ),
  ...content.risks.flatMap((risk): TextPlace[] =>
    risk.withdrawn ? [] : (['what', 'response'] as const).map((field) => ({ in: 'risk', id: risk.id, field })),
  ),
  ...content.understandings.flatMap((item): TextPlace[] => (item.withdrawn ? [] : [{ in: 'understanding', id: item.id, field: 'text' }])),
]

const isSame = (a: Suggestion, b: Suggestion | undefined) =>
  b !== undefined && a.key === b.key && a.kind === b.kind && a.added === b.added && a.removed === b.removed

/** The proposals of a room, kept as they are while one writes elsewhere: only texts that changed are looked at again, once a frame. */
export class RoomProposals {
  readonly #room: LiveRoom
  readonly #content: () => PlanContent
  readonly #known = new Map<Y.XmlFragment, readonly Proposal[]>()
  readonly #listeners = new Set<() => void>()
  #list: readonly Suggestion[] | null = null
  #frame = 0

  constructor(room: LiveRoom, content: () => PlanContent) {
    this.#room = room
    this.#content = content
    room.doc.on('afterTransaction', ({ changedParentTypes }: Y.Transaction) => {
      for (const type of changedParentTypes.keys()) if (type instanceof Y.XmlFragment) this.#known.delete(type)
      if (changedParentTypes.size > 0 && this.#listeners.size > 0 && this.#frame === 0) this.#frame = requestAnimationFrame(this.#again)
    })
  }

  /** What is proposed now; the same array, of the same proposals, until one changes. */
  readonly read = (): readonly Suggestion[] => {
    this.#list ??= this.#look()
    return this.#list
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#again()
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  readonly #again = (): void => {
    this.#frame = 0
    const before = this.#list
    const next = this.#look()
    const stays = before !== null && before.length === next.length && before.every((one, at) => isSame(one, next[at]))
    if (stays) return
    this.#list = next
    for (const tell of this.#listeners) tell()
  }

  #look(): readonly Suggestion[] {
    return placesOf(this.#content()).flatMap((place) => {
      const fragment = textAt(this.#room.doc, place)
      return fragment === undefined ? [] : this.#of(fragment).map((proposal) => ({ ...proposal, place }))
    })
  }

  #of(fragment: Y.XmlFragment): readonly Proposal[] {
    const known = this.#known.get(fragment) ?? listProposals(fragment)
    this.#known.set(fragment, known)
    return known
  }
}
