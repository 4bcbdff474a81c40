import type { CaseDetail, Participation } from '@mreza/contracts-conferences'
import { PlainRow, Rows, useNow, useTexts } from '@mreza/ui'
import { usePersonName, Who } from '../who.tsx'
import { isOver, useSectionsWords } from './participation-words.ts'

const useWords = (file: CaseDetail) => {
  const t = useTexts('cases')
  const sections = useSectionsWords()
  return (participation: Participation): string => {
    const leads = participation.personId !== null && participation.personId === file.caseManagerId
    const basis = leads ? t('access.leads') : t(`basis.${participation.basis.kind}`)
    return `${basis} · ${sections(participation.sections)}`
  }
}

/** Who may see what in the case now, and on what basis, in short. */
export const WhoHasAccess = ({ file }: { file: CaseDetail }) => {
  const t = useTexts('cases')
  const now = useNow().toISOString()
  const words = useWords(file)
  const current = file.participations.filter((participation) => !isOver(participation, now))
  const personName = usePersonName(current.map(({ personId }) => personId))
  return (
    <Rows label={t('access.title')}>
      {current.map((participation) => (
        <PlainRow key={participation.id}>
          <Who
            institutionId={participation.institutionId}
            name={participation.personId === null ? t('access.wholeInstitution') : personName(participation.personId)}
          />
          <p className="label">{words(participation)}</p>
        </PlainRow>
      ))}
    </Rows>
  )
}
