import { median } from '../median.ts'
import type { ContestantName } from './contestant.ts'
import type { Figures } from './work.ts'

/** The figures of all runs: of which work, of whom. */
export class Results {
  /** What went wrong: edits that were missing, replicas that differed, a server that closed. */
  readonly failures: string[] = []
  readonly #runs = new Map<string, Figures[]>()

  add(work: string, who: ContestantName, figures: Figures): void {
    const key = `${work} ${who}`
    this.#runs.set(key, [...(this.#runs.get(key) ?? []), figures])
  }

  has(work: string): boolean {
    return [...this.#runs.keys()].some((key) => key.startsWith(`${work} `))
  }

  /** One figure in every run; empty where it was not measured. */
  all(work: string, who: ContestantName, figure: string): readonly number[] {
    return (this.#runs.get(`${work} ${who}`) ?? []).flatMap((run) => run[figure] ?? [])
  }

  /** The median over the runs; undefined where it was not measured. */
  median(work: string, who: ContestantName, figure: string): number | undefined {
    const values = this.all(work, who, figure)
    return values.length === 0 ? undefined : median(values)
  }
}
