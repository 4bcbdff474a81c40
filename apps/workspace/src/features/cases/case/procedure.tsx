import type { CaseDetail, CaseStep } from '@mreza/contracts-conferences'
import { Checklist, EmptyState, HangingSection, useLocalized, useTexts } from '@mreza/ui'
import { useState } from 'react'
import styles from '../cases.module.css'
import { usePersonName } from '../who.tsx'
import { CompleteStepDialog } from './complete-step-dialog.tsx'
import { LawClocks } from './law-clocks.tsx'
import { ProcedureStep } from './procedure-step.tsx'
import { type Stage, stagesOf } from './stages-of.ts'

const StageSteps = ({
  stage,
  file,
  doneBy,
  onComplete,
}: {
  stage: Stage
  file: CaseDetail
  doneBy: (step: CaseStep) => string | undefined
  onComplete: (step: CaseStep) => void
}) => {
  const title = useLocalized()(stage.title)
  return (
    <>
      <h3 className={styles.stage}>{title}</h3>
      <Checklist label={title}>
        {stage.steps.map(({ step, number }) => (
          <ProcedureStep key={step.id} step={step} number={number} file={file} doneBy={doneBy(step)} onComplete={() => onComplete(step)} />
        ))}
      </Checklist>
    </>
  )
}

const useSummary = ({ steps, agreement }: CaseDetail) => {
  const t = useTexts('cases')
  const localized = useLocalized()
  const count = { done: steps.filter(({ state }) => state === 'done').length, all: steps.length }
  return agreement === null ? t('procedure.law') : `${localized(agreement.title)} · ${t('procedure.count', count)}`
}

/** The duties that the case carries, stage by stage, each with its clock or the words that it has none. */
export const Procedure = ({ file }: { file: CaseDetail }) => {
  const t = useTexts('cases')
  const [completing, setCompleting] = useState<CaseStep | null>(null)
  const personName = usePersonName(file.steps.map(({ doneBy }) => doneBy))
  const doneBy = ({ doneBy: id }: CaseStep) => (id === null ? undefined : personName(id))
  return (
    <HangingSection title={t('procedure.title')} summary={useSummary(file)}>
      {file.steps.length === 0 && <EmptyState title={t('procedure.none')}>{t('procedure.none.why')}</EmptyState>}
      <LawClocks file={file} />
      {stagesOf(file.steps).map((stage) => (
        <StageSteps key={stage.steps[0]?.step.id} stage={stage} file={file} doneBy={doneBy} onComplete={setCompleting} />
      ))}
      {completing !== null && <CompleteStepDialog key={completing.id} step={completing} file={file} onClose={() => setCompleting(null)} />}
    </HangingSection>
  )
}
