import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { updateYFragment, ySyncPluginKey, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { schema } from '../schema.ts'
import { propose } from './propose.ts'
import { writePlainly } from './write-plainly.ts'

/** Somebody at a text without a browser: what an editor would do, done at once. */
export class Desk {
  readonly doc = new Y.Doc()
  readonly text = this.doc.getXmlFragment('prose/area-health')
  #ids = 0

  constructor(clientId: number) {
    this.doc.clientID = clientId
  }

  /** The paragraphs as they stand, signs of proposals included. */
  get lines(): string[] {
    const lines: string[] = []
    this.#state().doc.descendants((node) => {
      if (node.isTextblock) lines.push(node.textContent)
    })
    return lines
  }

  /** Writes; what is written into a proposal stands by itself. */
  write(act: (tr: Transaction, state: EditorState) => Transaction): void {
    const state = this.#state()
    this.#keep(writePlainly(act(state.tr, state)))
  }

  /** Does the same as a proposal. `caret` is where the selection stands: before, and after if something is selected. */
  suggest(act: (tr: Transaction, state: EditorState) => Transaction, caret: readonly [number, number?] = [1]): void {
    const plain = this.#state()
    const state = plain.apply(plain.tr.setSelection(TextSelection.create(plain.doc, caret[0], caret[1])))
    const mine = `${this.doc.clientID}-`
    const fresh = () => {
      this.#ids += 1
      return `${mine}${this.#ids}`
    }
    this.#keep(propose(state, act(state.tr, state), { isOwn: (id) => id.startsWith(mine), fresh }))
  }

  /** What each wrote comes to the other. */
  meet(other: Desk): void {
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(this.doc), 'line')
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc), 'line')
  }

  #state() {
    return EditorState.create({ schema, doc: yXmlFragmentToProseMirrorRootNode(this.text, schema) })
  }

  #keep(tr: Transaction) {
    this.doc.transact(() => updateYFragment(this.doc, this.text, tr.doc, { mapping: new Map(), isOMark: new Map() }), ySyncPluginKey)
  }
}
