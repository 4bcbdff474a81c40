import { type CaseDetail, type CaseStep, mayCompleteStep } from '@mreza/contracts-conferences'
import { Button, ChecklistStep, ClockBadge, useLocalized, useTexts } from '@mreza/ui'
import type { ReactNode } from 'react'
import { useMe } from '../../../api/session.ts'
import { CaseClock } from '../case-clock.tsx'
import styles from '../cases.module.css'
import { scriptOf } from '../own-words.tsx'

const useActor = (step: CaseStep): string => {
  const t = useTexts('cases')
  const words = useTexts('words')
  const { actor } = step
  return 'sector' in actor ? words(`sector.${actor.sector}`) : t(`actor.${actor.role}`)
}

const useMayComplete = (step: CaseStep, file: CaseDetail): boolean => {
  const { subject } = useMe()
  const part = { isCaseManager: file.caseManagerId === subject.personId, isReporter: file.referredBy === subject.institutionId }
  return step.state === 'now' && mayCompleteStep(step.actor, subject, part)
}

/** Its clock; done without one, when; a deadline that has not begun says so; `undefined` lets the step say that none is prescribed. */
const useClock = ({ clock, doneAt, deadlinePrescribed }: CaseStep): ReactNode => {
  const t = useTexts('cases')
  if (clock !== null) return <CaseClock clock={clock} />
  if (doneAt !== null) return <ClockBadge due={doneAt} doneAt={doneAt} />
  return deadlinePrescribed ? <span className="second">{t('procedure.notBegun')}</span> : undefined
}

const Evidence = ({ evidence, doneBy }: { evidence: string | null; doneBy: string | undefined }) => {
  const t = useTexts('cases')
  return (
    <p className="second">
      {t('procedure.evidence')} <span lang={scriptOf(evidence ?? '')}>{evidence ?? t('procedure.noEvidence')}</span>
      {doneBy !== undefined && ` · ${doneBy}`}
    </p>
  )
}

/** A duty of the procedure: who answers, by which article, its clock, what shows that it is done, and for who may, the act of completing. */
export const ProcedureStep = ({
  step,
  number,
  file,
  doneBy,
  onComplete,
}: {
  step: CaseStep
  number: number
  file: CaseDetail
  doneBy: string | undefined
  onComplete: () => void
}) => {
  const t = useTexts('cases')
  const localized = useLocalized()
  const title = localized(step.title)
  const second = t('procedure.who', { actor: useActor(step), article: step.articleNumber })
  const clock = useClock(step)
  const may = useMayComplete(step, file)
  return (
    <ChecklistStep number={number} state={step.state} title={title} second={second} clock={clock}>
      {step.state === 'now' && <p className="second">{localized(step.duty)}</p>}
      {step.state === 'done' && <Evidence evidence={step.evidence} doneBy={doneBy} />}
      {may && (
        <div className={styles.act}>
          <Button aria-label={t('procedure.complete.named', { step: title })} onPress={onComplete}>
            {t('procedure.complete')}
          </Button>
        </div>
      )}
    </ChecklistStep>
  )
}
