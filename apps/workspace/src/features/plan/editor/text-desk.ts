import type { TextPlace } from '@mreza/contracts-plans'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import type { LiveRoom } from '../live/live-room.ts'
import type { Editors, TextOnPage } from './editors.ts'
import type { NameOf } from './names.ts'
import type { Passage } from './text/anchor.ts'
import { drawStill } from './text/draw.ts'
import { textsIn } from './text/pieces.ts'
import { type Shading, shadesOf } from './text/shades.ts'
import { drawCaretsAgain, ownCaret } from './view/carets.ts'
import { openDesks } from './view/open-desks.ts'
import { type Asked, openView } from './view/open-view.ts'
import { pressInto } from './view/press-into.ts'
import { shadeAgain } from './view/shading.ts'

/** What of a text may change while it stands on the page. */
export interface Settings extends Pick<Asked, 'onFormProposed' | 'onFromElsewhere' | 'onKey'> {
  readonly canWrite: boolean
  readonly suggests: boolean
  readonly shading: Shading
  readonly mentionClass: string
  readonly nameOf: NameOf
}

/** Which text it is. */
export interface TextOfPage extends Pick<TextOnPage, 'room' | 'place' | 'fragment' | 'label'> {
  readonly oneLine: boolean
}

/** After so many milliseconds without a key, what one typed oneself is shaded too. */
const quiet = 400

/**
 * One text on the page: drawn still, an editor from the moment at which somebody comes into it (or a colleague does, in sight), and still
 * again when many others were opened since. The element stays the same, so that nobody loses the focus.
 */
export class TextDesk implements TextOnPage {
  readonly room: LiveRoom
  readonly place: TextPlace
  readonly fragment: Y.XmlFragment
  readonly label: string
  /** One sentence: no second line, no form. */
  readonly oneLine: boolean
  readonly #editors: Editors
  #element: HTMLElement | null = null
  #settings: Settings
  #view: EditorView | null = null
  #frame = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #leave: (() => void)[] = []

  constructor({ room, place, fragment, oneLine, label }: TextOfPage, editors: Editors, settings: Settings) {
    this.room = room
    this.place = place
    this.fragment = fragment
    this.label = label
    this.oneLine = oneLine
    this.#editors = editors
    this.#settings = settings
  }

  /** The editor, while the text is one. */
  get view(): EditorView | null {
    return this.#view
  }

  get settings(): Settings {
    return this.#settings
  }

  /** Draws the text into an element of the page and listens there; returns what takes it away again. */
  attach(element: HTMLElement): () => void {
    this.#element = element
    this.#draw()
    this.fragment.observeDeep(this.#changed)
    const listening = new AbortController()
    const { signal } = listening
    element.addEventListener('mousedown', (event) => pressInto(this, event), { signal, capture: true })
    element.addEventListener('focusin', () => this.#focusCame(), { signal })
    element.addEventListener('focusout', () => this.#focusWent(), { signal })
    this.#leave = [this.#editors.add(this), () => listening.abort(), this.room.onBeforeRemote(() => openDesks.keepCaret(this))]
    return () => this.#detach()
  }

  /** Takes over what has changed around the text. */
  settle(settings: Settings): void {
    const before = this.#settings
    this.#settings = settings
    const shadesDiffer = before.shading !== settings.shading
    if (this.#view === null) {
      if (shadesDiffer) this.#draw()
      return
    }
    if (before.canWrite !== settings.canWrite) this.#view.setProps({})
    if (shadesDiffer) shadeAgain(this.#view)
    if (before.nameOf !== settings.nameOf) drawCaretsAgain(this.#view)
  }

  /** Makes the text an editor, if it is none yet. */
  open(): EditorView {
    const element = this.#element
    if (element === null) throw new Error('a text that does not stand on the page cannot be opened')
    if (this.#view !== null) return this.#view
    element.replaceChildren()
    this.#view = openView(element, this.fragment, this.room, this.oneLine, {
      canWrite: () => this.#settings.canWrite,
      suggests: () => this.#settings.suggests,
      shading: () => this.#settings.shading,
      nameOf: (personId, institutionId) => this.#settings.nameOf(personId, institutionId),
      onFormProposed: () => this.#settings.onFormProposed(),
      onFromElsewhere: (...what) => this.#settings.onFromElsewhere(...what),
      onKey: (view, event) => this.#settings.onKey(view, event),
      onChange: (view) => this.#moved(view),
    })
    openDesks.opened(this)
    return this.#view
  }

  /** Makes the editor plain text again. */
  close(): void {
    const element = this.#element
    if (this.#view === null) return
    this.#view.destroy()
    this.#view = null
    if (element === null) return
    element.removeAttribute('contenteditable')
    element.classList.remove('ProseMirror', 'ProseMirror-focused')
    this.#draw()
  }

  focus(passage?: Passage): void {
    this.#element?.scrollIntoView({ block: 'center' })
    const view = this.open()
    view.focus()
    const { doc, tr } = view.state
    if (passage !== undefined && passage.to <= doc.content.size)
      view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(passage.from), doc.resolve(passage.to))).scrollIntoView())
  }

  /** Whether it can be seen on the screen now. */
  isInSight(): boolean {
    const box = this.#element?.getBoundingClientRect()
    return box !== undefined && box.bottom > 0 && box.top < window.innerHeight && box.height > 0
  }

  /** Whether something of it is selected on the page. */
  isTouchedBy(selection: Selection | null): boolean {
    return this.#element !== null && selection !== null && !selection.isCollapsed && selection.containsNode(this.#element, true)
  }

  readonly #changed = (): void => {
    this.#showEmpty()
    clearTimeout(this.#timer)
    if (this.#view !== null && this.#settings.shading.writers.size > 0) this.#timer = setTimeout(() => this.#shade(), quiet)
    if (this.#view === null && this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw())
  }

  #shade(): void {
    if (this.#view !== null && !this.#view.composing) shadeAgain(this.#view)
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    const { shading, mentionClass } = this.#settings
    if (this.#view !== null || this.#element === null) return
    this.#element.replaceChildren(drawStill(this.fragment, { shades: shadesOf(this.fragment, shading), mentionClass }))
    this.#showEmpty()
  }

  #showEmpty(): void {
    const isEmpty = this.fragment.length <= 1 && textsIn(this.fragment).every(({ text }) => text.length === 0)
    this.#element?.parentElement?.toggleAttribute('data-empty', isEmpty)
  }

  #focusCame(): void {
    const view = this.open()
    if (!view.hasFocus()) view.focus()
    openDesks.opened(this)
    this.#editors.hasFocus(this)
    this.#moved(view)
  }

  #focusWent(): void {
    this.room.carets.say(null)
    this.#editors.moved(this)
  }

  #moved(view: EditorView): void {
    if (!view.hasFocus()) return
    this.room.carets.say(ownCaret(view, this.fragment))
    this.#editors.moved(this)
  }

  #detach(): void {
    for (const leave of this.#leave) leave()
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#timer)
    this.fragment.unobserveDeep(this.#changed)
    openDesks.closed(this)
    this.#view?.destroy()
    this.#view = null
    this.#element = null
  }
}
