import type { InstitutionId, Language } from '@mreza/contracts-kernel'
import type { PrintAudience } from '@mreza/contracts-plans'
import type { PrintedDocument } from '@mreza/documents'
import { scales } from './copy-frame.ts'
import { fullCopy } from './full-copy.ts'
import { institutionCopy } from './institution-copy.ts'
import { personCopy } from './person-copy.ts'
import { type PrintedVersion, typedIn } from './printed-version.ts'
import { type Names, sayingIn } from './saying.ts'

/** For whom a copy is, and how. */
export interface CopyWanted {
  readonly audience: PrintAudience
  /** Whose copy it is, with `institution`. */
  readonly institutionId: InstitutionId
  readonly language: Language
  readonly largePrint: boolean
}

/** What stands in a copy, and under which name it is kept. Needs the catalogue `plan-print` of the language. Pure. */
export const composeCopy = (
  version: PrintedVersion,
  names: Names,
  { audience, institutionId, language, largePrint }: CopyWanted,
): { readonly document: PrintedDocument; readonly fileName: string } => {
  const saying = sayingIn(language, names, typedIn(version))
  const scale = largePrint ? scales.large : scales.usual
  const name = saying.t(`file.${audience}`)
  // On the person's own copy nothing says what it is, its name included.
  if (audience === 'person') return { document: personCopy(version, saying, largePrint), fileName: `${name}.pdf` }
  const fileName = `${[name, version.code ?? '', `v${version.number}`].filter((each) => each !== '').join('-')}.pdf`
  if (audience === 'full') return { document: fullCopy(version, saying, scale), fileName }
  return { document: institutionCopy(version, institutionId, saying, scale), fileName }
}
