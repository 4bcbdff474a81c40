import type { PersonId } from '@mreza/contracts-kernel'
import type { Presence } from '@mreza/contracts-plans'
import { sectorColour } from '@mreza/ui'
import { PresentUser } from '../live/present-user.ts'
import styles from './fragment-editor.module.css'

/** Names for a caret's flag: the institution's short name and the person's. */
export interface FlagNames {
  readonly short: string
  readonly person: string
}
/** Who stands behind a person's id. */
export type NameOf = (personId: PersonId, institutionId: Presence['user']['institutionId']) => FlagNames

/** A colleague's caret with its flag: institution and person. What the flag says comes from the server's presence alone (PL6). */
export const drawCaret =
  (nameOf: NameOf) =>
  (state: Record<string, unknown>): HTMLElement => {
    const caret = document.createElement('span')
    caret.className = styles.caret ?? ''
    const user = PresentUser.safeParse(state)
    if (!user.success) return caret
    const { short, person } = nameOf(user.data.personId, user.data.institutionId)
    caret.style.setProperty('--c', sectorColour(user.data.sector))
    const flag = document.createElement('span')
    const name = document.createElement('b')
    flag.append(short, name)
    name.textContent = ` ${person}`
    caret.append(flag)
    return caret
  }
