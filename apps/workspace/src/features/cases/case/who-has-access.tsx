import type { CaseDetail } from '@mreza/contracts-conferences'
import { PlainRow, Rows, useFormats, useNow, useTexts } from '@mreza/ui'
import { usePersonName, Who } from '../who.tsx'
import { type AccessInShort, accessInShort } from './access-in-short.ts'
import { useSectionsWords } from './participation-words.ts'

const useWords = () => {
  const t = useTexts('cases')
  const formats = useFormats()
  const sectionsWords = useSectionsWords()
  return ({ leads, bases, sections }: AccessInShort): string =>
    [
      ...(leads ? [t('access.leads')] : []),
      ...(bases.length > 0 ? [formats.list(bases.map((kind) => t(`basis.${kind}`))), sectionsWords(sections)] : []),
    ].join(' · ')
}

/** Who may see what in the case now, and on what basis, in short. */
export const WhoHasAccess = ({ file }: { file: CaseDetail }) => {
  const t = useTexts('cases')
  const now = useNow().toISOString()
  const words = useWords()
  const access = accessInShort(file, now)
  const personName = usePersonName(access.map(({ personId }) => personId))
  return (
    <Rows label={t('access.title')}>
      {access.map((one) => (
        <PlainRow key={one.personId ?? one.institutionId}>
          <Who institutionId={one.institutionId} name={one.personId === null ? t('access.wholeInstitution') : personName(one.personId)} />
          <p className="label">{words(one)}</p>
        </PlainRow>
      ))}
    </Rows>
  )
}
