import { couldEverInConferences } from '@mreza/contracts-conferences'
import { AsideBlock, PlainRow, Rows, useFormats, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../api/api-context.tsx'
import { useMe } from '../../api/session.ts'

/** What plans ask of one's institution. Nothing when they ask nothing. */
export const ActivitiesAside = () => {
  const t = useTexts('today')
  const formats = useFormats()
  const { subject } = useMe()
  const { data = [] } = useQuery(
    useApi().plans.listActivities.queryOptions({ mine: true }, { enabled: couldEverInConferences(subject, 'case.list') }),
  )
  if (data.length === 0) return null
  return (
    <AsideBlock title={t('activities')}>
      <Rows>
        {data.map((activity) => (
          <PlainRow key={activity.id}>
            <p>
              <Link className="strong" to="/cases/$caseId/plan" params={{ caseId: activity.caseId }}>
                {activity.what === '' ? t('activity.unnamed') : activity.what}
              </Link>
            </p>
            <p className="label">{activity.dueOn === null ? t('activity.no.date') : formats.until(activity.dueOn)}</p>
          </PlainRow>
        ))}
      </Rows>
    </AsideBlock>
  )
}
