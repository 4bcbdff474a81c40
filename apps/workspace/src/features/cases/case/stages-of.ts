import type { CaseStep } from '@mreza/contracts-conferences'
import type { LocalizedText } from '@mreza/contracts-kernel'

/** A stage of the procedure with its steps; numbers run through the whole procedure. */
export interface Stage {
  readonly title: LocalizedText
  readonly steps: readonly { readonly step: CaseStep; readonly number: number }[]
}

/** The steps in their order, parted where the stage changes. */
export const stagesOf = (steps: readonly CaseStep[]): readonly Stage[] => {
  const stages: { title: LocalizedText; steps: { step: CaseStep; number: number }[] }[] = []
  for (const [at, step] of steps.entries()) {
    const last = stages.at(-1)
    const one = { step, number: at + 1 }
    if (last?.title.en === step.stageTitle.en) last.steps.push(one)
    else stages.push({ title: step.stageTitle, steps: [one] })
  }
  return stages
}
