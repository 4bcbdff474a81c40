import type { Refusal } from '../verdict.ts'

/** What a PDF carries that may act when it is opened. It is kept as it is and opened by nobody here. */
export type Carried = 'scripts' | 'launches' | 'files' | 'xfa' | 'leads-elsewhere' | 'media'

/** What a PDF is, without showing it. */
export type Inspection =
  | {
      readonly outcome: 'fine'
      readonly pages: number
      readonly objects: number
      readonly unpacked: number
      readonly carries: readonly Carried[]
    }
  | { readonly outcome: 'refused'; readonly reason: Extract<Refusal, 'not-a-pdf' | 'too-large' | 'bomb' | 'encrypted' | 'too-costly'> }

const hazards: Readonly<Record<string, Carried>> = {
  JavaScript: 'scripts',
  JS: 'scripts',
  Launch: 'launches',
  EmbeddedFile: 'files',
  EmbeddedFiles: 'files',
  Filespec: 'files',
  XFA: 'xfa',
  URI: 'leads-elsewhere',
  GoToR: 'leads-elsewhere',
  GoToE: 'leads-elsewhere',
  SubmitForm: 'leads-elsewhere',
  ImportData: 'leads-elsewhere',
  RichMedia: 'media',
  Rendition: 'media',
  Movie: 'media',
  Sound: 'media',
  '3D': 'media',
}

/** What the names in a piece of PDF tell that it carries. A name that is written with escapes is the same name. */
export function carriedIn(names: ReadonlySet<string>): Carried[] {
  return [...new Set([...names].flatMap((name) => (Object.hasOwn(hazards, name) ? (hazards[name] ?? []) : [])))].sort()
}

/** Adds the names in a piece of PDF to a set. */
export function collectNames(piece: string, names: Set<string>): void {
  for (const [, name = ''] of piece.matchAll(/\/([^\s()<>[\]{}/%]+)/gu))
    names.add(name.replaceAll(/#([0-9a-f]{2})/giu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
}
