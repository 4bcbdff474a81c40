import type { Stage, Step, Template } from '@mreza/contracts-agreements'
import { DataTable, InOwnLanguage, useLocalized, useTexts } from '@mreza/ui'
import styles from '../protocols.module.css'
import { useActor, useDeadline, useFrequency, useScope } from './in-words.ts'
import { useSource } from './use-source.ts'

const What = ({ step }: { step: Step }) => {
  const t = useTexts('protocols')
  const localized = useLocalized()
  const scope = useScope()
  return (
    <>
      <p className="strong">
        <InOwnLanguage text={step.title} />
      </p>
      <p>
        <InOwnLanguage text={step.duty} />
      </p>
      {scope(step.appliesTo).map((said) => (
        <p key={said} className="label">
          {said}
        </p>
      ))}
      <p className="label">{t('procedure.evidence', { what: localized(step.evidence) })}</p>
      {step.onMiss !== null && <p className="label">{t('procedure.onMiss', { what: localized(step.onMiss) })}</p>}
    </>
  )
}

const StepRow = ({ step, content }: { step: Step; content: Template }) => {
  const t = useTexts('protocols')
  const actor = useActor()
  const deadline = useDeadline(content.procedure)
  const frequency = useFrequency()
  const source = useSource()
  const article = t('article.ofThis', { place: t('article.of', { number: String(step.articleNumber) }) })
  return (
    <tr>
      <td>
        <What step={step} />
      </td>
      <td data-label={t('procedure.who')}>{actor(step.actor)}</td>
      <td data-label={t('procedure.deadline')} className={step.deadline === null ? 'quiet' : undefined}>
        {deadline(step.deadline)}
        {step.repeats !== null && <p className="label">{t('procedure.repeats', { frequency: frequency(step.repeats) })}</p>}
      </td>
      <td data-label={t('procedure.source')}>{step.deadline === null ? article : source(step.deadline.source)}</td>
    </tr>
  )
}

const StageRows = ({ stage, content }: { stage: Stage; content: Template }) => (
  <tbody>
    <tr>
      <th scope="rowgroup" colSpan={4} className={styles.stage}>
        <InOwnLanguage text={stage.title} />
      </th>
    </tr>
    {stage.steps.map((step) => (
      <StepRow key={step.id} step={step} content={content} />
    ))}
  </tbody>
)

/** Every step: who, by when or that no deadline is prescribed, and where that is written. */
export const ProcedurePart = ({ content }: { content: Template }) => {
  const t = useTexts('protocols')
  return (
    <DataTable label={t('procedure')}>
      <thead>
        <tr>
          <th scope="col">{t('procedure.step')}</th>
          <th scope="col">{t('procedure.who')}</th>
          <th scope="col">{t('procedure.deadline')}</th>
          <th scope="col">{t('procedure.source')}</th>
        </tr>
      </thead>
      {content.procedure?.stages.map((stage) => (
        <StageRows key={stage.id} stage={stage} content={content} />
      ))}
    </DataTable>
  )
}
