import type { AgreementRecord, InstitutionSummary } from '@mreza/contracts-directory'
import { textForCode } from '@mreza/i18n'
import { AsideBlock, DataTable, InOwnLanguage, type MarkState, StateMark, useLanguage, useLocalized, useTexts } from '@mreza/ui'

const marks: Readonly<Record<string, MarkState>> = {
  adopted: 'yes',
  'in-force': 'yes',
  active: 'yes',
  ratified: 'yes',
  completed: 'yes',
  revised: 'yes',
  draft: 'partly',
  'in-preparation': 'partly',
  planned: 'ready',
  proposed: 'ready',
  recommended: 'ready',
  'not-adopted': 'no',
  'not-honoured': 'no',
  'never-implemented': 'no',
  expired: 'no',
  replaced: 'no',
}

const usePartyNames = (institutions: readonly InstitutionSummary[]) => {
  const localized = useLocalized()
  return (record: AgreementRecord): string =>
    record.parties
      .map((party) => {
        if ('text' in party) return party.text
        const institution = institutions.find(({ id }) => id === party.institutionId)
        return institution === undefined ? '' : localized(institution.name)
      })
      .filter((name) => name !== '')
      .join(', ')
}

const RecordRow = ({ record, parties }: { record: AgreementRecord; parties: string }) => {
  const t = useTexts('tracker')
  const language = useLanguage()
  return (
    <tr>
      <td>
        <StateMark state={marks[record.status] ?? 'unknown'}>
          {textForCode(language, 'tracker', `status.${record.status}`) ?? record.status}
        </StateMark>
      </td>
      <td>
        <span className="strong">
          <InOwnLanguage text={record.title} />
        </span>
        {record.obligations.map((obligation) => (
          <span key={obligation.id} lang="en" className="second">
            <br />
            {obligation.text}
          </span>
        ))}
        {record.outcome !== null && (
          <span lang="en">
            <br />
            {record.outcome}
          </span>
        )}
      </td>
      <td lang="en">{parties === '' ? t('notStated') : parties}</td>
      <td>{record.date ?? record.year ?? t('notStated')}</td>
    </tr>
  )
}

/** Agreements, plans and decisions as the source documents record them, with their true status. */
export const OnRecord = ({
  records,
  institutions,
}: {
  records: readonly AgreementRecord[]
  institutions: readonly InstitutionSummary[]
}) => {
  const t = useTexts('tracker')
  const partiesOf = usePartyNames(institutions)
  return (
    <AsideBlock title={t('record')}>
      <p className="second">{t('record.what')}</p>
      <DataTable label={t('record')}>
        <thead>
          <tr>
            <th scope="col">{t('record.status')}</th>
            <th scope="col">{t('record.agreement')}</th>
            <th scope="col">{t('record.parties')}</th>
            <th scope="col">{t('record.year')}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <RecordRow key={record.slug} record={record} parties={partiesOf(record)} />
          ))}
        </tbody>
      </DataTable>
    </AsideBlock>
  )
}
