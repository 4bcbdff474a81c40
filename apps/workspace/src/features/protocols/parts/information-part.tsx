import type { InformationRule, Template } from '@mreza/contracts-agreements'
import { DataTable, InOwnLanguage, useLocalized, useTexts } from '@mreza/ui'

const RuleRow = ({ rule }: { rule: InformationRule }) => {
  const t = useTexts('protocols')
  const words = useTexts('words')
  const localized = useLocalized()
  return (
    <tr>
      <td data-label={t('information.from')}>{rule.from === 'any' ? t('information.any') : words(`sector.${rule.from}`)}</td>
      <td data-label={t('information.to')}>{words(`sector.${rule.to}`)}</td>
      <td data-label={t('information.what')}>
        {t(`data.${rule.dataClass}`)}
        {rule.withheld.map((text) => (
          <p key={text.en} className="label">
            {t('information.withheld', { what: localized(text) })}
          </p>
        ))}
      </td>
      <td data-label={t('information.purpose')}>{t(`purpose.${rule.purpose}`)}</td>
      <td data-label={t('information.basis')}>
        <InOwnLanguage text={rule.legalBasis.text} />
      </td>
      <td data-label={t('information.consent')}>{t(`consent.${rule.consent}`)}</td>
    </tr>
  )
}

/** What one sector may tell another, for what purpose, on what basis; what no rule allows is not told. */
export const InformationPart = ({ content }: { content: Template }) => {
  const t = useTexts('protocols')
  return (
    <DataTable label={t('information')}>
      <thead>
        <tr>
          {(['from', 'to', 'what', 'purpose', 'basis', 'consent'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`information.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {content.informationRules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} />
        ))}
      </tbody>
    </DataTable>
  )
}
