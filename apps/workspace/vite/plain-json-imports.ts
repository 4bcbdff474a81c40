import type { Plugin } from 'vite'

const attribute = /,\s*\{\s*with:\s*\{\s*type:\s*'json',?\s*\},?\s*\}/g

/**
 * Node asks for `with { type: 'json' }` at the import of a catalogue; the development server answers such an import with a script,
 * which the browser then refuses. Takes the attribute away while developing; the build needs no help.
 */
export const plainJsonImports = (): Plugin => ({
  name: 'mreza-plain-json-imports',
  apply: 'serve',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('/libs/i18n/src/catalogues.ts') ? code.replaceAll(attribute, '') : undefined),
})
