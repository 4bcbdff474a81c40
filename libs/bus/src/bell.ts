/** Wakes one sleeper. A ring while nobody sleeps is kept for the next wait, so none is lost. */
export interface Bell {
  ring(): void
  /** Resolves at the next ring or after this many milliseconds. */
  wait(milliseconds: number): Promise<void>
}

export const makeBell = (): Bell => {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring: () => {
      rung = true
      wake?.()
    },
    wait: async (milliseconds) => {
      if (!rung) {
        const { promise, resolve } = Promise.withResolvers<void>()
        wake = resolve
        const timer = setTimeout(resolve, milliseconds)
        await promise
        clearTimeout(timer)
        wake = undefined
      }
      rung = false
    },
  }
}
