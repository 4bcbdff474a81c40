import type { NetworkId } from '@mreza/contracts-kernel'
import { HangingSection, QuietLoading, RefusalNote, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import styles from '../directory.module.css'
import { SourceList } from '../sources.tsx'
import { ImportFaults } from './import-faults.tsx'
import { InstitutionsSection } from './institutions-section.tsx'
import { ServicesSection } from './services-section.tsx'

const Gaps = ({ gaps }: { gaps: readonly string[] }) => {
  const t = useTexts('directory')
  if (gaps.length === 0) return null
  return (
    <HangingSection title={t('gaps')} summary={t('gaps.what')}>
      <ul className={styles.list} lang="en">
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </HangingSection>
  )
}

/** One network with its institutions, services and gaps, as the source documents describe it (DI1). */
export const NetworkAsDescribed = ({ networkId }: { networkId: NetworkId }) => {
  const t = useTexts('directory')
  const { data, error } = useQuery(useApi().directory.readNetwork.queryOptions({ networkId }))
  if (data === undefined) return error === null ? <QuietLoading /> : <RefusalNote refusal={refusalIfAny(error)} />
  return (
    <>
      <InstitutionsSection institutions={data.institutions} services={data.services} />
      <ServicesSection services={data.services} />
      <Gaps gaps={data.gapsReported} />
      <ImportFaults />
      <HangingSection title={t('sources')} summary={t('sources.count', { count: data.sources.length })}>
        <SourceList sources={data.sources} />
      </HangingSection>
    </>
  )
}
