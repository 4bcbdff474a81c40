import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { PresentUser } from './present-user.ts'

/** A colleague's caret in a room: who, and where as Yjs names it. */
export interface Caret {
  readonly user: PresentUser
  readonly clientId: number
  readonly at: Y.RelativePosition
}

/** One's own caret as colleagues are told of it. */
export interface OwnCaret {
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}

const none: readonly Caret[] = []
const positionIn = (cursor: unknown): Y.RelativePosition | undefined => {
  const head = typeof cursor === 'object' && cursor !== null && 'head' in cursor ? cursor.head : undefined
  return typeof head === 'object' && head !== null ? Y.createRelativePositionFromJSON(head) : undefined
}

/** The text around a type: the outermost fragment, which no element is. */
const fragmentAround = (type: Y.AbstractType<unknown>): Y.XmlFragment | undefined => {
  for (let around: Y.AbstractType<unknown> | null = type; around !== null; around = around.parent as Y.AbstractType<unknown> | null)
    if (around instanceof Y.XmlFragment && !(around instanceof Y.XmlElement)) return around
  return undefined
}

/** Who stands where in a room. A text hears only of carets that came into it, moved in it or left it. */
export class RoomCarets {
  readonly #provider: WebsocketProvider
  readonly #doc: Y.Doc
  readonly #listeners = new Map<Y.XmlFragment, Set<() => void>>()
  readonly #comings = new Set<() => void>()
  #carets = new Map<Y.XmlFragment, readonly Caret[]>()
  #isEarly = false
  #own: OwnCaret | null = null
  #frame = 0

  constructor(provider: WebsocketProvider, doc: Y.Doc) {
    this.#provider = provider
    this.#doc = doc
    provider.awareness.on('change', this.#look)
    doc.on('update', () => {
      if (this.#isEarly) this.#look()
    })
  }

  /** The carets of colleagues in a text. */
  inText(fragment: Y.XmlFragment): readonly Caret[] {
    return this.#carets.get(fragment) ?? none
  }

  /** Tells of every change among the carets of a text. */
  subscribe(changed: () => void, fragment: Y.XmlFragment): () => void {
    const listeners = this.#listeners.get(fragment) ?? new Set()
    this.#listeners.set(fragment, listeners.add(changed))
    return () => listeners.delete(changed)
  }

  /** Tells when somebody came into another text. */
  onMove(told: () => void): () => void {
    this.#comings.add(told)
    return () => this.#comings.delete(told)
  }

  /** Every caret with the text in which it stands. */
  all(): readonly (Caret & { readonly fragment: Y.XmlFragment })[] {
    return [...this.#carets].flatMap(([fragment, carets]) => carets.map((caret) => ({ ...caret, fragment })))
  }

  /** Tells colleagues where one stands; the last word of a frame goes out. */
  say(caret: OwnCaret | null): void {
    this.#own = caret
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#send)
  }

  readonly #send = (): void => {
    this.#frame = 0
    this.#provider.awareness.setLocalStateField('cursor', this.#own)
  }

  readonly #look = (): void => {
    const before = this.#carets
    this.#carets = this.#read()
    const touched = new Set([...before.keys(), ...this.#carets.keys()])
    for (const fragment of touched)
      if (!isSame(before.get(fragment) ?? none, this.inText(fragment))) for (const tell of this.#listeners.get(fragment) ?? []) tell()
    for (const tell of this.#comings) tell()
  }

  #read(): Map<Y.XmlFragment, readonly Caret[]> {
    this.#isEarly = false
    const carets = new Map<Y.XmlFragment, readonly Caret[]>()
    for (const [clientId, state] of this.#provider.awareness.getStates()) {
      const at = clientId === this.#doc.clientID ? undefined : positionIn(state.cursor)
      const user = PresentUser.safeParse(state.user)
      if (at === undefined || !user.success) continue
      const found = Y.createAbsolutePositionFromRelativePosition(at, this.#doc)
      // A caret may be here before the words behind which it stands.
      if (found === null) this.#isEarly = true
      const fragment = found === null ? undefined : fragmentAround(found.type)
      if (fragment !== undefined) carets.set(fragment, [...(carets.get(fragment) ?? none), { user: user.data, clientId, at }])
    }
    return carets
  }
}

const isSame = (a: readonly Caret[], b: readonly Caret[]) =>
  a.length === b.length && a.every((caret, at) => caret.clientId === b[at]?.clientId && Y.compareRelativePositions(caret.at, b[at].at))
