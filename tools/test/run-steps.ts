import { asHalt } from '../provision/halt.ts'
import { say } from '../provision/say.ts'
import { add, type Counts, none, oneFailed } from './counts.ts'
import type { StepRun } from './run-step.ts'
import type { Step } from './steps.ts'

/** Runs every step, whatever became of the ones before it, and adds up what they count. */
export async function runSteps(steps: readonly Step[], run: StepRun): Promise<Counts> {
  let all = none
  const failed: string[] = []
  for (const step of steps) {
    say.title(step.title)
    const started = performance.now()
    const counts = await step.run(run).catch(tellAndCount)
    if (counts.failed > 0) failed.push(step.title)
    say.line(step.name, `${counts.failed > 0 ? 'FAILED' : 'passed'} after ${Math.round((performance.now() - started) / 1000)} s`)
    all = add(all, counts)
  }
  if (failed.length > 0) say.text(`\nFailed: ${failed.join(', ')}.`)
  return all
}

function tellAndCount(error: unknown): Counts {
  console.error(asHalt(error)?.message ?? error)
  return oneFailed
}
