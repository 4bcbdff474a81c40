import type { Indicator, Template } from '@mreza/contracts-agreements'
import { DataTable, InOwnLanguage, useTexts } from '@mreza/ui'
import { useFrequency, usePlace } from './in-words.ts'

const useTarget = () => {
  const t = useTexts('protocols')
  return (target: Indicator['target']): string => {
    if (target === null) return t('indicators.noTarget')
    return t(`indicators.${target.kind}.${target.unit}`, { amount: String(target.amount) })
  }
}

const Source = ({ source }: { source: Indicator['source'] }) => {
  const t = useTexts('protocols')
  const words = useTexts('words')
  if (source.kind === 'computed') return t(`indicators.figure.${source.figure}`)
  return (
    <>
      {words(`sector.${source.by}`)}
      <p className="label">
        <InOwnLanguage text={source.how} />
      </p>
    </>
  )
}

const IndicatorRow = ({ indicator }: { indicator: Indicator }) => {
  const t = useTexts('protocols')
  const target = useTarget()
  const frequency = useFrequency()
  const place = usePlace()
  return (
    <tr>
      <td data-label={t('indicators.what')}>
        <InOwnLanguage text={indicator.what} />
        <p className="label">{place(indicator)}</p>
      </td>
      <td data-label={t('indicators.source')}>
        <Source source={indicator.source} />
      </td>
      <td data-label={t('indicators.target')}>{target(indicator.target)}</td>
      <td data-label={t('indicators.often')}>{frequency({ times: 1, every: indicator.every })}</td>
    </tr>
  )
}

/** By what the parties see whether the agreement works: what is counted, by whom, the aim, and how often. */
export const IndicatorsPart = ({ content }: { content: Template }) => {
  const t = useTexts('protocols')
  return (
    <DataTable label={t('indicators')}>
      <thead>
        <tr>
          {(['what', 'source', 'target', 'often'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`indicators.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {content.indicators?.map((indicator) => (
          <IndicatorRow key={indicator.id} indicator={indicator} />
        ))}
      </tbody>
    </DataTable>
  )
}
