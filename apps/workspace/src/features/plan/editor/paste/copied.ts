/** What was copied last on this page, and from which rooms; also where nobody has made the text an editor. */
let copied: { readonly rooms: readonly string[]; readonly words: string } | null = null

const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** Remembers what is being copied from texts of the plan; forgets it when it comes from elsewhere on the page. */
export const rememberCopied = (rooms: readonly string[], words: string): void => {
  copied = rooms.length === 0 ? null : { rooms, words: squeezed(words) }
}

/** The rooms of these words, if they are what was copied last. */
export const roomsOfRemembered = (words: string): readonly string[] =>
  copied !== null && squeezed(words) === copied.words ? copied.rooms : []
