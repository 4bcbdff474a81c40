import type { InformationRule, Template } from '@mreza/contracts-agreements'
import { DataTable, InOwnLanguage, useLocalized, useTexts } from '@mreza/ui'

const RuleRow = ({ rule }: { rule: InformationRule }) => {
  const t = useTexts('protocols')
  const words = useTexts('words')
  const localized = useLocalized()
  return (
    <tr>
      <td>{rule.from === 'any' ? t('information.any') : words(`sector.${rule.from}`)}</td>
      <td>{words(`sector.${rule.to}`)}</td>
      <td>
        {t(`data.${rule.dataClass}`)}
        {rule.withheld.map((text) => (
          <p key={text.en} className="label">
            {t('information.withheld', { what: localized(text) })}
          </p>
        ))}
      </td>
      <td>{t(`purpose.${rule.purpose}`)}</td>
      <td>
        <InOwnLanguage text={rule.legalBasis.text} />
      </td>
      <td>{t(`consent.${rule.consent}`)}</td>
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
