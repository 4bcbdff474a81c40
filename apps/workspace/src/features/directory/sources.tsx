import type { SourceReference } from '@mreza/contracts-directory'
import { useTexts } from '@mreza/ui'
import styles from './directory.module.css'

/** The places of the source documents where something is said, each with its document. */
export const SourceList = ({ sources }: { sources: readonly SourceReference[] }) => {
  const t = useTexts('directory')
  return (
    <ul className={styles.sources}>
      {sources.map(({ document, where }) => (
        <li key={`${document}/${where}`}>
          <span lang="en">{where}</span> <span className="label">{t('document', { id: document })}</span>
        </li>
      ))}
    </ul>
  )
}

/** The same on demand, beside what is said there. */
export const WhereThisIsSaid = ({ sources }: { sources: readonly SourceReference[] }) => {
  const t = useTexts('directory')
  if (sources.length === 0) return null
  return (
    <details className={styles.where}>
      <summary>{t('service.where')}</summary>
      <SourceList sources={sources} />
    </details>
  )
}
