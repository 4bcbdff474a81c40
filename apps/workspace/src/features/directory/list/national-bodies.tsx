import { QuietLoading, RefusalNote } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { InstitutionsSection } from './institutions-section.tsx'
import { ServicesSection } from './services-section.tsx'

/** Bodies that belong to no one city, and the services for the whole country. */
export const NationalBodies = () => {
  const { directory } = useApi()
  const bodies = useQuery(directory.listInstitutions.queryOptions({ networkId: null }))
  const { data: services = [], error } = useQuery(directory.listNationalServices.queryOptions({}))
  const refusal = refusalIfAny(bodies.error ?? error)
  if (bodies.data === undefined) return refusal === undefined ? <QuietLoading /> : <RefusalNote refusal={refusal} />
  return (
    <>
      <RefusalNote refusal={refusal} />
      <InstitutionsSection institutions={bodies.data} services={services} />
      <ServicesSection services={services} />
    </>
  )
}
