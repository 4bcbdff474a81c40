import type { ObligationSummary } from '@mreza/contracts-agreements'
import { DataTable, InOwnLanguage, useFormats, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useOwner, useReported } from './in-words.ts'
import { ObligationStateMark } from './obligation-state-mark.tsx'
import styles from './obligations.module.css'

const ObligationRow = ({ obligation }: { obligation: ObligationSummary }) => {
  const t = useTexts('obligations')
  const formats = useFormats()
  const ownerOf = useOwner()
  const reported = useReported()(obligation)
  const { term } = obligation
  return (
    <tr>
      <td>
        <ObligationStateMark state={term.state} />
      </td>
      <td>
        <Link className="strong" to="/protocols/obligations/$obligationId" params={{ obligationId: obligation.id }}>
          <InOwnLanguage text={obligation.what} />
        </Link>
        <p className="label">{t('article', { number: String(obligation.articleNumber) })}</p>
      </td>
      <td data-label={t('column.who')}>{ownerOf(obligation.institutionId)}</td>
      <td data-label={t('column.reported')}>{reported ?? t(term.keptAt === null ? 'reported.none' : 'reported.given')}</td>
      <td data-label={t('column.due')}>{obligation.endedAt === null ? formats.date(term.dueAt) : t('ended')}</td>
    </tr>
  )
}

/** Obligations, one a row: how each stands, what is owed, by whom, what was reported and when it falls due. */
export const RegisterTable = ({ obligations }: { obligations: readonly ObligationSummary[] }) => {
  const t = useTexts('obligations')
  return (
    <div className={styles.table}>
      <DataTable label={t('title')}>
        <thead>
          <tr>
            {(['state', 'what', 'who', 'reported', 'due'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {obligations.map((obligation) => (
            <ObligationRow key={obligation.id} obligation={obligation} />
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}
