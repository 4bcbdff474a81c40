import type { Deadline, Frequency, Procedure, StepActor, StepScope, Trigger, TriggerMoment } from '@mreza/contracts-agreements'
import type { Duration } from '@mreza/contracts-kernel'
import { useFormats, useLocalized, useTexts } from '@mreza/ui'

/** The end of another step, by its id. */
const stepOf = (trigger: Trigger): string | undefined => (trigger.startsWith('step:') ? trigger.slice('step:'.length) : undefined)

/** A moment by the end of its key: `status:presumed` has no colon there. */
const momentKey = (moment: TriggerMoment) => moment.replace(':', '-') as Exclude<TriggerMoment, `status:${string}`> | 'status-presumed'

/** Says the moment from which a deadline counts, in the case that follows *from*. */
const useMoment = (procedure: Procedure | null) => {
  const t = useTexts('protocols')
  const localized = useLocalized()
  const steps = procedure?.stages.flatMap((stage) => stage.steps) ?? []
  return (trigger: Trigger): string => {
    const id = stepOf(trigger)
    if (id === undefined) return t(`from.${momentKey(trigger as TriggerMoment)}`)
    const step = steps.find((each) => each.id === id)
    return t('from.step', { step: step === undefined ? id : localized(step.title) })
  }
}

/** Says a length of time: *10 working days*. */
export const useDuration = () => {
  const t = useTexts('protocols')
  return ({ amount, unit }: Duration): string => t(`duration.${unit}`, { count: amount })
}

/** Says how often: *at least once in 2 months*. */
export const useFrequency = () => {
  const t = useTexts('protocols')
  const duration = useDuration()
  return ({ times, every }: Frequency): string => {
    const plain = times === 1 && every.amount === 1
    if (plain && (every.unit === 'day' || every.unit === 'month' || every.unit === 'year')) return t(`every.${every.unit}`)
    return times === 1 ? t('every.once', { period: duration(every) }) : t('every.times', { count: times, period: duration(every) })
  }
}

/** Says a deadline, or that none is prescribed; never an empty place. */
export const useDeadline = (procedure: Procedure | null) => {
  const t = useTexts('protocols')
  const duration = useDuration()
  const moment = useMoment(procedure)
  return (deadline: Deadline | null): string =>
    deadline === null
      ? t('procedure.noDeadline')
      : t('deadline', { duration: duration(deadline.duration), moment: moment(deadline.countsFrom) })
}

/** Says where in the agreement something is put into words: *Article 5 of this agreement*, *Annex 1, Article 3 of this agreement*. */
export const usePlace = () => {
  const t = useTexts('protocols')
  return ({ articleNumber, annexNumber }: { articleNumber: number; annexNumber?: number | undefined }): string => {
    const article = t('article.of', { number: String(articleNumber) })
    const place = annexNumber === undefined ? article : t('annex.place', { annex: String(annexNumber), article })
    return t('article.ofThis', { place })
  }
}

/** Says who does it: a sector, or the part that somebody holds. */
export const useActor = () => {
  const t = useTexts('protocols')
  const words = useTexts('words')
  return (actor: StepActor): string => ('sector' in actor ? words(`sector.${actor.sector}`) : t(`actor.${actor.role}`))
}

/** Says which cases a step is for; nothing when it is for all. */
export const useScope = () => {
  const t = useTexts('protocols')
  const words = useTexts('words')
  const formats = useFormats()
  return ({ priorities, child }: StepScope): readonly string[] => [
    ...(child === undefined ? [] : [t(child ? 'scope.child' : 'scope.adult')]),
    ...(priorities === undefined
      ? []
      : [t('scope.priorities', { priorities: formats.list(priorities.map((priority) => words(`priority.name.${priority}`))) })]),
  ]
}
