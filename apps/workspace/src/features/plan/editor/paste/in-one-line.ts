import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { schema } from '../schema.ts'

/** What is pasted into a sentence: its words on one line, whatever it was made of. */
export const inOneLine = (slice: Slice): Slice => {
  const words: Node[] = []
  slice.content.descendants((node) => {
    if (node.isTextblock && words.length > 0) words.push(schema.text(' '))
    if (node.isText) words.push(node)
  })
  return new Slice(Fragment.from(words), 0, 0)
}
