import type { CommentThread, PlanRoom, TextPlace, Writer } from '@mreza/contracts-plans'
import { createContext, use } from 'react'
import type { LiveRoom } from '../live/live-room.ts'
import { placeKey } from './editors.ts'
import type { Shading } from './text/shades.ts'
import type { Asked } from './view/open-view.ts'

/** What the provider gives to the texts alone; the page never sees it. */
export interface EditingTexts extends Pick<Asked, 'onFormProposed' | 'onKey'> {
  readonly threadsAt: ReadonlyMap<string, readonly CommentThread[]>
  readonly writers: ReadonlyMap<number, Writer>
  readonly signOf: Shading['signOf']
  readonly onFromElsewhere: (into: LiveRoom, ...what: Parameters<Asked['onFromElsewhere']>) => void
}

/** The element that says how a text is worked in. */
export const helpId = 'plan-text-help'

/** A text among those of all rooms. */
export const threadKey = (room: PlanRoom, place: TextPlace): string => `${room} ${placeKey(place)}`

/** Stands in the provider of the page's texts. */
export const EditingTextsContext = createContext<EditingTexts>({
  threadsAt: new Map(),
  writers: new Map(),
  signOf: () => ({ colour: 'var(--ink-3)', short: '', name: '' }),
  onFormProposed: () => undefined,
  onFromElsewhere: () => undefined,
  onKey: () => false,
})

/** What the provider gives to the texts. */
export const useEditingTexts = (): EditingTexts => use(EditingTextsContext)
