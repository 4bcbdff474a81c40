import type { InstitutionId } from '@mreza/contracts-kernel'
import { Checkbox, CheckboxGroup, TextArea, useLocalized, useTexts } from '@mreza/ui'
import { useInstitutions } from '../../../api/institutions.ts'
import { asTitle, useSectorWords } from '../sector-words.ts'
import { type Candidate, type InviteGroup, missingSectors } from './invited.ts'
import styles from './schedule.module.css'
import type { ScheduleFieldsProps } from './schedule-fields.ts'

/** A longer list is opened by who wants it. */
const inSight = 8

const CandidateName = ({ candidate, withSector }: { candidate: Candidate; withSector: boolean }) => {
  const t = useTexts('conference')
  const localized = useLocalized()
  const sectorWords = useSectorWords()
  const institution = useInstitutions().get(candidate.id)
  const notes = [
    withSector ? sectorWords([candidate.sector]) : null,
    candidate.takesPart ? t('who.takesPart') : null,
    candidate.party ? t('who.party') : null,
  ].filter((note) => note !== null)
  return (
    <>
      {institution && localized(institution.name)} <span className="label">{notes.join(' · ')}</span>
    </>
  )
}

const useGroupTitle = (withRule: boolean) => {
  const t = useTexts('conference')
  const sectorWords = useSectorWords()
  return ({ kind, sector }: InviteGroup): string => {
    if (sector !== null) return t('who.mandatory', { sector: asTitle(sectorWords([sector])) })
    return kind === 'other' && !withRule ? t('who.all') : t(`who.${kind}` as 'who.other')
  }
}

interface GroupFieldProps {
  readonly group: InviteGroup
  readonly title: string
  readonly chosen: readonly InstitutionId[]
  readonly choose: (chosen: readonly InstitutionId[]) => void
}

const GroupField = ({ group, title, chosen, choose }: GroupFieldProps) => {
  const t = useTexts('conference')
  const ids = group.candidates.map(({ id }) => id)
  const change = (ticked: readonly string[]) =>
    choose([...chosen.filter((id) => !ids.includes(id)), ...ids.filter((id) => ticked.includes(id))])
  return (
    <CheckboxGroup label={title} value={chosen.filter((id) => ids.includes(id))} onChange={change}>
      {ids.length === 0 && <p className="second">{t('who.nobody')}</p>}
      {group.candidates.map((candidate) => (
        <Checkbox key={candidate.id} value={candidate.id}>
          <CandidateName candidate={candidate} withSector={group.sector === null} />
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

const WithoutThem = ({ groups, draft, change, isWrong }: ScheduleFieldsProps & { groups: readonly InviteGroup[] }) => {
  const t = useTexts('conference')
  const sectorWords = useSectorWords()
  const missing = missingSectors(groups, draft.institutionIds)
  if (missing.length === 0) return null
  return (
    <div className={styles.without}>
      <p role="status">{t('who.missing', { sectors: sectorWords(missing) })}</p>
      <TextArea
        label={t('who.reason')}
        hint={t('who.reason.hint')}
        rows={2}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        error={isWrong('missingSectorsReason') ? t('needed.reason') : undefined}
      />
    </div>
  )
}

/** Who is invited: a group for each mandatory sector, then the others as the agreement names them (CF18). */
export const WhoFields = ({ groups, ...fields }: ScheduleFieldsProps & { groups: readonly InviteGroup[] }) => {
  const t = useTexts('conference')
  const withRule = groups.some(({ kind }) => kind === 'mandatory')
  const titleOf = useGroupTitle(withRule)
  const { draft, change, isWrong } = fields
  const fieldOf = (group: InviteGroup) => (
    <GroupField
      key={group.sector ?? group.kind}
      group={group}
      title={titleOf(group)}
      chosen={draft.institutionIds}
      choose={(institutionIds) => change({ institutionIds })}
    />
  )
  const isFurther = ({ kind, candidates }: InviteGroup) =>
    withRule && (kind === 'other' || (kind === 'notified' && candidates.length > inSight))
  return (
    <>
      {groups.filter((group) => !isFurther(group)).map(fieldOf)}
      {groups.filter(isFurther).map((group) => (
        <details key={group.kind} className={styles.further}>
          <summary>{titleOf(group)}</summary>
          {fieldOf(group)}
        </details>
      ))}
      {isWrong('institutionIds') && (
        <p className={styles.wrong} role="alert">
          {t('needed.institutionIds')}
        </p>
      )}
      <WithoutThem groups={groups} {...fields} />
    </>
  )
}
