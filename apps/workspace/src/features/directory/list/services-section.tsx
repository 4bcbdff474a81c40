import type { Service } from '@mreza/contracts-directory'
import { HangingSection, useTexts } from '@mreza/ui'
import { ServicesTable } from '../services/services-table.tsx'

/** The services of a network, or those that belong to none. */
export const ServicesSection = ({ services }: { services: readonly Service[] }) => {
  const t = useTexts('directory')
  return (
    <HangingSection title={t('services')} summary={t('services.then')}>
      <ServicesTable services={services} />
    </HangingSection>
  )
}
