import type { Figure } from '@mreza/contracts-monitoring'
import { AsideBlock, DataTable, useFormats, useTexts } from '@mreza/ui'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'
import { useMe } from '../../api/session.ts'

const useValue = () => {
  const t = useTexts('tracker')
  const formats = useFormats()
  return ({ value, hidden }: Figure): string => {
    if (hidden) return t('figure.hidden')
    return value === null ? t('figure.notReported') : formats.number(value)
  }
}

/** How the network worked this year: figures only, small ones hidden, each saying when it was true. */
export const FiguresBlock = () => {
  const t = useTexts('tracker')
  const formats = useFormats()
  const textOf = useValue()
  const { subject } = useMe()
  const { data } = useQuery(
    useApi().monitoring.readFigures.queryOptions(subject.networkId === null ? skipToken : { networkId: subject.networkId }),
  )
  if (data === undefined) return null
  return (
    <AsideBlock title={t('figures', { year: String(data.year) })}>
      <DataTable label={t('figures', { year: String(data.year) })}>
        <tbody>
          {data.figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">{t(`figure.${figure.id}`)}</th>
              <td className="number">{textOf(figure)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="label">{t('figures.asOf', { date: formats.dateAfterPreposition(data.asOf), time: formats.time(data.asOf) })}</p>
    </AsideBlock>
  )
}
