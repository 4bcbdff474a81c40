import { closeCodes } from '@mreza/contracts-kernel'
import type { LiveLimits } from './limits.ts'
import type { LiveLog, Rights } from './seams.ts'
import type { Session } from './session.ts'

interface RecheckOptions<Who> {
  readonly rights: Rights<Who>
  readonly sessions: () => readonly Session<Who>[]
  readonly limits: LiveLimits
  readonly now: () => number
  readonly log: LiveLog
}

/** Asks for the rights of all open connections again and again, all in one question, and at once when told to (rule D11). */
export class Recheck<Who> {
  readonly #options: RecheckOptions<Who>
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #again = false

  constructor(options: RecheckOptions<Who>) {
    this.#options = options
    this.#schedule()
  }

  /** Asks now. Resolves when what was asked after this call is known. */
  async now(): Promise<void> {
    if (this.#running !== null) {
      this.#again = true
      await this.#running
      if (!this.#again) return
    }
    this.#again = false
    this.#running = this.#ask().finally(() => {
      this.#running = null
    })
    await this.#running
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      void this.now().finally(() => this.#schedule())
    }, this.#options.limits.recheckMs).unref()
  }

  async #ask(): Promise<void> {
    const { rights, sessions, now, log } = this.#options
    const asked = sessions()
    const at = now()
    try {
      const answers = asked.length === 0 ? [] : await rights.of(asked.map(({ admission: { room, who } }) => ({ room, who })))
      for (const [index, session] of asked.entries()) session.takeRight(answers[index] ?? 'none', at)
    } catch (cause) {
      log.warn('the rights of live connections could not be read', { connections: asked.length, cause: String(cause) })
    }
    for (const session of asked)
      if (now() - session.rightAt > this.#options.limits.rightsLostMs) session.expel(closeCodes.storageUnavailable)
  }
}
