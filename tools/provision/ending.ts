import { constants } from 'node:os'
import { watchParent } from '../bootstrap/parent.mjs'
import { asHalt } from './halt.ts'

/** What must be undone when a command ends, in the opposite order of doing. */
export class Ending {
  readonly #steps: (() => Promise<void> | void)[] = []
  #running: Promise<void> | undefined

  /** Adds a step; when the ending has begun already, it is taken at once. */
  add(step: () => Promise<void> | void): void {
    if (this.#running) void step()
    else this.#steps.push(step)
  }

  /** Takes every step once, whatever becomes of the others. */
  run(): Promise<void> {
    this.#running ??= this.#all()
    return this.#running
  }

  async #all(): Promise<void> {
    for (const step of this.#steps.reverse()) {
      try {
        await step()
      } catch (error) {
        console.error(error instanceof Error ? error.message : error)
      }
    }
  }
}

/**
 * Runs a command to its end. A stop from outside (Ctrl-C, SIGTERM, the terminal closed, the parent gone) undoes everything and counts
 * as what was asked for (`stoppedCode`); a failure is told as a sentence and ends with 1.
 */
export async function conduct(
  ending: Ending,
  command: () => Promise<number | undefined>,
  onStop: () => void,
  stoppedCode = 0,
): Promise<void> {
  const stop = () => {
    onStop()
    void ending.run().then(() => process.exit(stoppedCode))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) if (signal in constants.signals) process.on(signal, stop)
  watchParent(stop)
  try {
    const code = await command()
    if (code === undefined) return
    await ending.run()
    process.exit(code)
  } catch (error) {
    console.error(`\n${asHalt(error)?.message ?? (error instanceof Error ? error.stack : String(error))}`)
    await ending.run()
    process.exit(1)
  }
}
