/** The live plan as a document: its shape, its readers and the only functions that change it, for both sides. */
export { editOrigin } from './changes.ts'
export { dayAfter } from './civil-period.ts'
export {
  activityText,
  goalText,
  indicatorText,
  neededFields,
  proseOf,
  prosePlacesOf,
  type RootShape,
  rootsOfRoom,
  textAt,
  wishesOf,
} from './doc.ts'
export * from './edits.ts'
export { followTemplate, type TemplateUse } from './follow-template.ts'
export { type GapSurroundings, gapsOf } from './gaps.ts'
export * from './plan.ts'
export { appendParagraphs, plainText, suggestionMarks, suggestionsIn } from './prose.ts'
export { quietDocument } from './quiet-document.ts'
export { byRank } from './rank.ts'
export { PlanReader, readPlanContent } from './read.ts'
export { restoreRoom } from './restore-room.ts'
export * from './risks.ts'
export { roomText } from './room-text.ts'
export { type SavedCount, SavedState } from './saved-state.ts'
export * from './understandings.ts'
export { upgradeDocument, versionOf } from './upgrades.ts'
export { planDocumentVersion } from './version.ts'
