import type { CaseDetail } from '@mreza/contracts-conferences'
import { Row, Rows, useLocalized, useTexts } from '@mreza/ui'
import { CaseClock } from '../case-clock.tsx'

/** The deadlines that belong to no step of a procedure: the one of the priority, when no agreement carries it. */
export const LawClocks = ({ file }: { file: CaseDetail }) => {
  const t = useTexts('cases')
  const localized = useLocalized()
  const clocks = file.clocks.filter(({ stepId }) => stepId === null)
  if (clocks.length === 0) return null
  return (
    <Rows lead="clock" label={t('procedure.lawClocks')}>
      {clocks.map((clock) => (
        <Row key={clock.id} lead={<CaseClock clock={clock} />} title={localized(clock.label)} />
      ))}
    </Rows>
  )
}
