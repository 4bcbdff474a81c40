import { useFormats, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useApprovedVersion } from './history/use-versions.ts'
import styles from './plan.module.css'
import { usePlan } from './plan-context.ts'

/** One line under the title: which draft this is, what was approved last, until when it is looked at again, whether the person has their copy. */
export const PlanStanding = () => {
  const t = useTexts('plan')
  const formats = useFormats()
  const { plan } = usePlan()
  const approved = useApprovedVersion()
  if (approved === undefined) return <p className={`label ${styles.standing}`}>{t('standing.first')}</p>
  const params = { caseId: plan.caseId, versionId: approved.id }
  const number = approved.number ?? 0
  return (
    <p className={`label ${styles.standing}`}>
      {t('standing.draft', { number: number + 1 })} ·{' '}
      <Link to="/cases/$caseId/plan/versions/$versionId" params={params}>
        {t('standing.approved', { number, date: formats.date(approved.at) })}
      </Link>
      {approved.review !== null && <> · {t('standing.review', { date: formats.dateAfterPreposition(approved.review.programmeBy) })}</>} ·{' '}
      {t(approved.copies.length === 0 ? 'standing.noCopy' : 'standing.copy')}
    </p>
  )
}
