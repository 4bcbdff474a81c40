import { ChoiceButton, ToggleButton, useTexts } from '@mreza/ui'
import type { EditingMode } from '../editor/editing-context.ts'
import { usePlan } from '../plan-context.ts'
import { WritersLegend } from './writers-legend.tsx'

const modes: readonly EditingMode[] = ['write', 'suggest', 'read']

/** How one works in the document: writing, proposing or reading; and whether the letters show who wrote them. */
export const PlanTools = ({
  mode,
  onMode,
  showWriters,
  onShowWriters,
}: {
  mode: EditingMode
  onMode: (mode: EditingMode) => void
  showWriters: boolean
  onShowWriters: (show: boolean) => void
}) => {
  const t = useTexts('plan')
  const { list } = usePlan()
  const writes = list.some(({ right }) => right === 'write')
  return (
    <>
      {showWriters && <WritersLegend />}
      {writes ? (
        <ChoiceButton
          label={t('mode')}
          nothing=""
          value={mode}
          options={modes.map((value) => ({ value, label: t(`mode.${value}`), second: t(`mode.${value}.what`) }))}
          onChange={onMode}
        />
      ) : (
        <span className="second">{t('mode.read')}</span>
      )}
      <ToggleButton isSelected={showWriters} onChange={onShowWriters}>
        {t('writers')}
      </ToggleButton>
    </>
  )
}
