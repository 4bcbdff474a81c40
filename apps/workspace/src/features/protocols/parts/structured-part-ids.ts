/** The structured parts in the order in which they stand under the text; each is the key of its heading. */
export const structuredParts = ['procedure', 'conference', 'information', 'obligations', 'entry'] as const
/** One of them. */
export type StructuredPartId = (typeof structuredParts)[number]
