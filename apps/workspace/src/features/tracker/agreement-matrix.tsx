import type { InstitutionSummary } from '@mreza/contracts-directory'
import { InOwnLanguage, Matrix, useFormats, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { PartyCell } from './party-cell.tsx'
import type { TrackedColumn } from './tracked-columns.ts'

const Head = ({ columns }: { columns: readonly TrackedColumn[] }) => {
  const t = useTexts('tracker')
  const formats = useFormats()
  return (
    <thead>
      <tr>
        <th scope="col">{t('institution')}</th>
        {columns.map(({ tracked, agreement }) => (
          <th key={tracked.agreementId} scope="col">
            <Link to="/protocols/$agreementId" params={{ agreementId: tracked.agreementId }}>
              <InOwnLanguage text={agreement.title} />
            </Link>
            <span className="label">
              {tracked.inForceAt === null
                ? t('sent.on', { date: formats.dateAfterPreposition(tracked.sentAt) })
                : t('inForce.since', { date: formats.dateAfterPreposition(tracked.inForceAt) })}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

const Foot = ({ columns }: { columns: readonly TrackedColumn[] }) => {
  const t = useTexts('tracker')
  return (
    <tfoot>
      <tr>
        <th scope="row" className="strong">
          {t('signed.count')}
        </th>
        {columns.map(({ tracked }) => (
          <td key={tracked.agreementId} className="strong">
            {t('of', { part: tracked.parties.filter(({ state }) => state === 'signed').length, whole: tracked.parties.length })}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

/** Institution × agreement: who signed when, who has not, who declined. */
export const AgreementMatrix = ({
  columns,
  institutions,
}: {
  columns: readonly TrackedColumn[]
  institutions: readonly InstitutionSummary[]
}) => {
  const t = useTexts('tracker')
  return (
    <Matrix label={t('matrix')}>
      <caption className="visually-hidden">{t('matrix')}</caption>
      <Head columns={columns} />
      <tbody>
        {institutions.map((institution) => (
          <tr key={institution.id}>
            <th scope="row">
              <Link to="/directory/$institutionId" params={{ institutionId: institution.id }}>
                <InOwnLanguage text={institution.name} />
              </Link>
            </th>
            {columns.map((column) => (
              <td key={column.tracked.agreementId}>
                <PartyCell column={column} institution={institution} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <Foot columns={columns} />
    </Matrix>
  )
}
