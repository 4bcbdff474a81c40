import type { Template } from '@mreza/contracts-agreements'

/** The structured parts in the order in which they stand under the text; each is the key of its heading. */
export const structuredParts = ['procedure', 'conference', 'information', 'obligations', 'indicators', 'entry'] as const
/** One of them. */
export type StructuredPartId = (typeof structuredParts)[number]

const present: Readonly<Record<StructuredPartId, (content: Template) => boolean>> = {
  procedure: ({ procedure }) => procedure !== null,
  conference: ({ conferenceRule }) => conferenceRule !== null,
  information: ({ informationRules }) => informationRules.length > 0,
  obligations: ({ obligations }) => obligations.length > 0,
  indicators: ({ indicators }) => indicators !== undefined,
  entry: () => true,
}

/** Those that this agreement has: a declaration carries no procedure. */
export const structuredPartsOf = (content: Template): readonly StructuredPartId[] => structuredParts.filter((id) => present[id](content))
