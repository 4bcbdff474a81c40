import * as z from 'zod'

/** The languages of the interface and of every agreement, as BCP 47 tags. */
export const Language = z.enum(['en', 'sr-Latn', 'sr-Cyrl'])
export type Language = z.infer<typeof Language>

/** One text in the three languages; none may be missing. */
export const LocalizedText = z.strictObject({ en: z.string().min(1), srLatn: z.string().min(1), srCyrl: z.string().min(1) })
export type LocalizedText = z.infer<typeof LocalizedText>

/** A name as the sources give it: the English is always there, a Serbian form only where a source or a standard pattern has it. */
export const SourcedName = z.strictObject({
  en: z.string().min(1),
  srLatn: z.string().min(1).nullable(),
  srCyrl: z.string().min(1).nullable(),
})
export type SourcedName = z.infer<typeof SourcedName>

/** One line typed by a person: trimmed, not empty, at most 200 characters. */
export const Line = z.string().trim().min(1).max(200)
/** Several lines typed by a person: trimmed, not empty, at most 10,000 characters. */
export const Prose = z.string().trim().min(1).max(10_000)
/** A reason that a person must give: at least three characters, at most 2,000. */
export const Reason = z.string().trim().min(3).max(2_000)
