import * as Y from 'yjs'

/**
 * An empty document of a room as every side should hold it: it shows what it is given and changes nothing by itself. Yjs takes marks that it
 * thinks doubled away after a change that came from elsewhere, and tells nobody; replicas that heard the same in other portions would then show
 * other marks for good.
 */
export const quietDocument = (): Y.Doc => {
  const doc = new Y.Doc()
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  })
  return doc
}
