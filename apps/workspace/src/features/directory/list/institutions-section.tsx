import type { InstitutionSummary, Service } from '@mreza/contracts-directory'
import { Sector } from '@mreza/contracts-kernel'
import { Chip, EmptyState, HangingSection, InOwnLanguage, Row, Rows, useLocalized, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import styles from '../directory.module.css'

const InstitutionRow = ({ institution, services }: { institution: InstitutionSummary; services: number }) => {
  const t = useTexts('directory')
  const localized = useLocalized()
  return (
    <Row
      lead={<Chip sector={institution.sector} short={localized(institution.shortName)} institution={localized(institution.name)} />}
      title={
        <Link to="/directory/$institutionId" params={{ institutionId: institution.id }}>
          <InOwnLanguage text={institution.name} />
        </Link>
      }
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
          <Rows lead="clock" label={words(`sector.${sector}`)}>
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
