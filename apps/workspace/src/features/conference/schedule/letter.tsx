import { useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useInstitutions } from '../../../api/institutions.ts'
import { useMe } from '../../../api/session.ts'
import styles from './schedule.module.css'
import { lengthOf, type ScheduleDraft } from './schedule-draft.ts'

/** The invitation as those who are invited read it: nothing about the person (CF19). */
export const Letter = ({ code, draft }: { code: string; draft: ScheduleDraft }) => {
  const t = useTexts('conference')
  const formats = useFormats()
  const localized = useLocalized()
  const { subject } = useMe()
  const own = useInstitutions().get(subject.institutionId)
  const { startsAt, place } = draft
  const minutes = lengthOf(draft)
  const text = t('letter.text', {
    code,
    date: startsAt === null ? t('letter.noMoment') : formats.fullDate(startsAt).replaceAll(' ', '\u00a0'),
    time: startsAt === null ? '…' : formats.time(startsAt),
    place: place.trim() || t('letter.noPlace'),
    length: Number.isNaN(minutes) ? '…' : formats.duration(minutes * 60_000),
    institution: own === undefined ? '' : localized(own.name),
  })
  return (
    <>
      <blockquote className={`prose ${styles.letter}`}>{text}</blockquote>
      <p className="label">{t('letter.privacy')}</p>
    </>
  )
}
