import type * as Y from 'yjs'
import { keys, metaOf } from './doc.ts'
import { addWordsToGoals } from './upgrades-1-to-2.ts'
import type { planDocumentVersion } from './version.ts'

/** One step from a version of the document to the next. Runs on the server alone: two clients upgrading would double it. */
type Upgrade = (doc: Y.Doc) => void

/** One for each version before the one that this code reads. */
type StepsTo<Version extends number, Steps extends readonly Upgrade[] = []> = [...Steps, Upgrade]['length'] extends Version
  ? Steps
  : StepsTo<Version, readonly [...Steps, Upgrade]>

/** The steps in order: the first leads from version 1 to 2. Frozen once released. */
const upgrades: StepsTo<typeof planDocumentVersion> = [addWordsToGoals]

/** The version that a document is in; one that says nothing is of the first. */
export const versionOf = (doc: Y.Doc): number => {
  const version = metaOf(doc).get(keys.meta.version)
  return typeof version === 'number' ? version : 1
}

/**
 * Brings a document to {@link planDocumentVersion} in one transaction. Server only (PL10). True when it changed anything.
 * Throws when the document is newer than this code.
 */
export const upgradeDocument = (doc: Y.Doc, steps: readonly Upgrade[] = upgrades): boolean => {
  const target = steps.length + 1
  const version = versionOf(doc)
  if (version > target) throw new Error(`document of version ${version} is newer than ${target}`)
  if (version === target) return false
  doc.transact(() => {
    for (const step of steps.slice(version - 1)) step(doc)
    metaOf(doc).set(keys.meta.version, target)
  }, 'upgrade')
  return true
}
