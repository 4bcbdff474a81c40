import type { NetworkId } from '@mreza/contracts-kernel'
import { HangingSection, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { useMe } from '../../../api/session.ts'
import { trackerRoom } from '../../tracker/room.ts'

/** How much the source documents record of this network; who has the tracker reads it there. */
export const OnRecordSection = ({ networkId }: { networkId: NetworkId }) => {
  const t = useTexts('protocols')
  const { subject } = useMe()
  const { data } = useQuery(useApi().directory.readNetwork.queryOptions({ networkId }))
  const hasTracker = subject.roles.some((role) => trackerRoom.roles.includes(role))
  if (data === undefined || data.agreementRecords.length === 0) return null
  return (
    <HangingSection title={t('onRecord')} summary={t('onRecord.count', { count: data.agreementRecords.length })}>
      <p>
        {t(hasTracker ? 'onRecord.what' : 'onRecord.what.short')} {hasTracker && <Link to="/tracker">{t('onRecord.open')}</Link>}
      </p>
    </HangingSection>
  )
}
