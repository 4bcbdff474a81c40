import type { ObligationTemplate, Template } from '@mreza/contracts-agreements'
import { DataTable, InOwnLanguage, useLocalized, useTexts } from '@mreza/ui'
import { useDuration, useFrequency, usePlace } from './in-words.ts'

const ObligationRow = ({ obligation }: { obligation: ObligationTemplate }) => {
  const t = useTexts('protocols')
  const words = useTexts('words')
  const localized = useLocalized()
  const duration = useDuration()
  const frequency = useFrequency()
  const place = usePlace()
  const { due } = obligation
  return (
    <tr>
      <td data-label={t('obligations.who')}>{words(`sector.${obligation.party}`)}</td>
      <td data-label={t('obligations.what')}>
        <InOwnLanguage text={obligation.what} />
        <p className="label">{place(obligation)}</p>
      </td>
      <td data-label={t('obligations.measure')}>
        <InOwnLanguage text={obligation.measure} />
        <p className="label">{t('procedure.evidence', { what: localized(obligation.evidence) })}</p>
      </td>
      <td data-label={t('obligations.due')}>
        {'once' in due ? t('obligations.once', { duration: duration(due.once) }) : frequency(due.recurring)}
      </td>
    </tr>
  )
}

/** What each sector promises, how one sees that it is kept, and when it falls due. */
export const ObligationsPart = ({ content }: { content: Template }) => {
  const t = useTexts('protocols')
  return (
    <DataTable label={t('obligations')}>
      <thead>
        <tr>
          {(['who', 'what', 'measure', 'due'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`obligations.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {content.obligations.map((obligation) => (
          <ObligationRow key={obligation.id} obligation={obligation} />
        ))}
      </tbody>
    </DataTable>
  )
}
