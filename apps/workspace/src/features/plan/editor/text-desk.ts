import type { TextPlace } from '@mreza/contracts-plans'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import type { LiveRoom } from '../live/live-room.ts'
import type { Editors, TextOnPage } from './editors.ts'
import type { NameOf } from './names.ts'
import type { Passage } from './text/anchor.ts'
import { drawStill } from './text/draw.ts'
import { textsIn } from './text/pieces.ts'
import { type Shading, shadesOf } from './text/shades.ts'
import { editorCode, loadEditor } from './view/editor-code.ts'
import { openDesks } from './view/open-desks.ts'
import type { Asked } from './view/open-view.ts'
import type { Press } from './view/press-into.ts'

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
  #pressedEarly: Press | null = null
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
    element.addEventListener('mousedown', (event) => this.#pressed(event), { signal, capture: true })
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
    if (shadesDiffer) editorCode()?.shadeAgain(this.#view)
    if (before.nameOf !== settings.nameOf) editorCode()?.drawCaretsAgain(this.#view)
  }

  /** Makes the text an editor, if it is none yet; null while the editor's code is still on its way, or the text has left the page. */
  open(): EditorView | null {
    const element = this.#element
    const code = editorCode()
    if (this.#view !== null || element === null) return this.#view
    if (code === null) return null
    element.replaceChildren()
    this.#view = code.openView(element, this.fragment, this.room, this.oneLine, {
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
    this.#element?.focus({ preventScroll: true })
    void loadEditor().then(({ select }) => {
      const view = this.open()
      view?.focus()
      if (view !== null && passage !== undefined) select(view, passage)
    })
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
    if (this.#view !== null && !this.#view.composing) editorCode()?.shadeAgain(this.#view)
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

  #pressed(event: MouseEvent): void {
    if (this.#view !== null || event.button !== 0) return
    event.preventDefault()
    const press: Press = { clientX: event.clientX, clientY: event.clientY }
    const view = this.open()
    if (view !== null) editorCode()?.drawOver(view, press)
    else this.#element?.focus({ preventScroll: true })
    if (view === null) this.#pressedEarly = press
  }

  #focusCame(): void {
    this.#editors.hasFocus(this)
    const view = this.open()
    if (view === null) {
      void loadEditor().then(() => this.#codeCame())
      return
    }
    if (!view.hasFocus()) view.focus()
    openDesks.opened(this)
    this.#moved(view)
  }

  /** Somebody was in the text before the editor was there. */
  #codeCame(): void {
    if (this.#element === null || document.activeElement !== this.#element) return
    const view = this.open()
    view?.focus()
    if (view !== null && this.#pressedEarly !== null) editorCode()?.drawOver(view, this.#pressedEarly)
    this.#pressedEarly = null
    if (view !== null) this.#moved(view)
  }

  #focusWent(): void {
    this.room.carets.say(null)
    this.#editors.moved(this)
  }

  #moved(view: EditorView): void {
    if (!view.hasFocus()) return
    const caret = editorCode()?.ownCaret(view, this.fragment)
    if (caret !== undefined) this.room.carets.say(caret)
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
