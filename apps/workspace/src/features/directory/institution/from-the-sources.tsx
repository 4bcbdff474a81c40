import type { InstitutionDetail } from '@mreza/contracts-directory'
import { HangingSection, useTexts } from '@mreza/ui'
import { useCodeText } from '../code-text.ts'
import styles from '../directory.module.css'
import { ServicesTable } from '../services/services-table.tsx'
import { SourceList } from '../sources.tsx'
import { factsOf } from './facts-of.ts'

const Roles = ({ roles }: Pick<InstitutionDetail, 'roles'>) => {
  const t = useTexts('directory')
  return (
    <HangingSection title={t('roles')} summary={t('roles.what')}>
      {roles.length === 0 && <p className="quiet">{t('notStated')}</p>}
      <ul className={styles.list} lang="en">
        {roles.map((role) => (
          <li key={role}>{role}</li>
        ))}
      </ul>
    </HangingSection>
  )
}

const Facts = ({ facts }: Pick<InstitutionDetail, 'facts'>) => {
  const t = useTexts('directory')
  const codeText = useCodeText()
  const list = factsOf(facts)
  if (list.length === 0) return null
  return (
    <HangingSection title={t('facts')}>
      <dl className={styles.facts}>
        {list.map(({ name, value }) => (
          <div key={name}>
            <dt lang={codeText('fact', name).lang}>{codeText('fact', name).text}</dt>
            <dd lang="en">{value}</dd>
          </div>
        ))}
      </dl>
    </HangingSection>
  )
}

/** What the source documents say of the institution: its services, its part in the network, further facts, and where that is said. */
export const FromTheSources = ({ institution }: { institution: InstitutionDetail }) => {
  const t = useTexts('directory')
  return (
    <>
      <HangingSection title={t('services')} summary={t('services.then')}>
        <ServicesTable services={institution.services} withProvider={false} />
      </HangingSection>
      <Roles roles={institution.roles} />
      <Facts facts={institution.facts} />
      <HangingSection title={t('sources')} summary={t('sources.count', { count: institution.sources.length })}>
        <SourceList sources={institution.sources} />
      </HangingSection>
    </>
  )
}
