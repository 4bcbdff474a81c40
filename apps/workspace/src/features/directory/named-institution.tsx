import type { InstitutionSummary } from '@mreza/contracts-directory'
import { Chip, InOwnLanguage, useLocalized } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import styles from './directory.module.css'

/** An institution as a title of a list: its mark in the sector's colour, then its full name, which leads to it. */
export const NamedInstitution = ({ institution }: { institution: InstitutionSummary }) => {
  const localized = useLocalized()
  const { id, name, shortName, sector } = institution
  return (
    <span className={styles.named}>
      <Chip sector={sector} short={localized(shortName)} institution={localized(name)} />
      <Link to="/directory/$institutionId" params={{ institutionId: id }}>
        <InOwnLanguage text={name} />
      </Link>
    </span>
  )
}
