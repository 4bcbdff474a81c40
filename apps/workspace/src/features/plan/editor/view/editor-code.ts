/** Everything that only an editor needs: it comes after the page shows, in a piece of its own. */
type EditorCode = typeof import('./open-view.ts')

let code: EditorCode | null = null
let coming: Promise<EditorCode> | null = null

/** The editor's code, if it has come. */
export const editorCode = (): EditorCode | null => code

/** Fetches the editor's code, once. When it could not be fetched, it is tried again with the next call. */
export const loadEditor = (): Promise<EditorCode> => {
  coming ??= import('./open-view.ts').then(
    (loaded) => {
      code = loaded
      return loaded
    },
    (cause) => {
      coming = null
      throw cause
    },
  )
  return coming
}
