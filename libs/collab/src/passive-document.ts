import * as Y from 'yjs'

/**
 * A document that shows what it is given and changes nothing by itself. Yjs takes doubled marks away after a change that came from
 * elsewhere; a server that did so in silence would take the same from people's replicas for known, and those who have the marks
 * still would never hear of it.
 */
export const passiveDocument = (): Y.Doc => {
  const doc = new Y.Doc({ gc: true })
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  })
  return doc
}
