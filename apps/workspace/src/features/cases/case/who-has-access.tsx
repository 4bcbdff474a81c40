import type { CaseDetail, Participation } from '@mreza/contracts-conferences'
import { PlainRow, Rows, useNow, useTexts } from '@mreza/ui'
import { usePersonName, Who } from '../who.tsx'
import { isOver, useSectionsWords } from './participation-words.ts'

const useWords = () => {
  const t = useTexts('cases')
  const sections = useSectionsWords()
  return (participation: Participation): string => `${t(`basis.${participation.basis.kind}`)} · ${sections(participation.sections)}`
}

const Leads = ({ file: { leadInstitutionId, caseManagerId } }: { file: CaseDetail }) => {
  const t = useTexts('cases')
  const personName = usePersonName([caseManagerId])
  if (caseManagerId === null) return null
  return (
    <PlainRow>
      <Who institutionId={leadInstitutionId} name={personName(caseManagerId)} />
      <p className="label">{t('access.leads')}</p>
    </PlainRow>
  )
}

/** Who may see what in the case now, and on what basis, in short. */
export const WhoHasAccess = ({ file }: { file: CaseDetail }) => {
  const t = useTexts('cases')
  const now = useNow().toISOString()
  const words = useWords()
  const current = file.participations.filter((participation) => !isOver(participation, now))
  const personName = usePersonName(current.map(({ personId }) => personId))
  return (
    <Rows label={t('access.title')}>
      <Leads file={file} />
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
