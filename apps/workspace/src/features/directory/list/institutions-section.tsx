import type { InstitutionSummary, Service } from '@mreza/contracts-directory'
import { Sector } from '@mreza/contracts-kernel'
import { EmptyState, HangingSection, Row, Rows, useTexts } from '@mreza/ui'
import styles from '../directory.module.css'
import { NamedInstitution } from '../named-institution.tsx'

const InstitutionRow = ({ institution, services }: { institution: InstitutionSummary; services: number }) => {
  const t = useTexts('directory')
  return (
    <Row
      title={<NamedInstitution institution={institution} />}
      action={<span className="second">{services === 0 ? t('noServices') : t('count.services', { count: services })}</span>}
    />
  )
}

/** Institutions by sector, each with its mark and how many services the sources describe. */
export const InstitutionsSection = ({
  institutions,
  services,
}: {
  institutions: readonly InstitutionSummary[]
  services: readonly Service[]
}) => {
  const t = useTexts('directory')
  const words = useTexts('words')
  const sectors = Sector.options.filter((sector) => institutions.some((institution) => institution.sector === sector))
  return (
    <HangingSection title={t('institutions')} summary={t('count.institutions', { count: institutions.length })}>
      {institutions.length === 0 && <EmptyState title={t('institutions.empty')} />}
      {sectors.map((sector) => (
        <div key={sector} className={styles.sector}>
          <h3>{words(`sector.${sector}`)}</h3>
          <Rows label={words(`sector.${sector}`)}>
            {institutions
              .filter((institution) => institution.sector === sector)
              .map((institution) => (
                <InstitutionRow
                  key={institution.id}
                  institution={institution}
                  services={services.filter(({ providerId }) => providerId === institution.id).length}
                />
              ))}
          </Rows>
        </div>
      ))}
    </HangingSection>
  )
}
