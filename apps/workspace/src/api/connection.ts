import type { Instant } from '@mreza/contracts-kernel'
import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** Since when nothing has answered; `null` while all is well. */
let awaySince: Instant | null = null
let attempt = 0
let checking = false
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

const say = (next: Instant | null) => {
  awaySince = next
  onlineManager.setOnline(next === null)
  for (const listener of listeners) listener()
}

/** Asks for nothing but an answer. */
const answers = async (): Promise<boolean> => {
  try {
    const response = await fetch('/healthz', { method: 'GET', cache: 'no-store', signal: AbortSignal.timeout(5_000) })
    return response.ok
  } catch {
    return false
  }
}

const waitBefore = (tries: number) => Math.min(30_000, 1_000 * 2 ** tries) * (0.75 + Math.random() / 2)

const askAgain = () => {
  clearTimeout(timer)
  timer = setTimeout(() => void tryNow(), waitBefore(attempt++))
}

/** Looks at once whether the line is back; what was waiting goes on by itself when it is. */
export const tryNow = async (): Promise<void> => {
  clearTimeout(timer)
  if (await answers()) {
    attempt = 0
    say(null)
  } else if (awaySince !== null) askAgain()
}

/**
 * A call got no answer. If nothing else answers either, queries wait from now on and the line is tried with growing pauses; one call that
 * broke off alone is not a lost line.
 */
export const lostLine = async (): Promise<void> => {
  if (awaySince !== null || checking) return
  checking = true
  const since = new Date().toISOString()
  const answered = await answers()
  checking = false
  if (answered || awaySince !== null) return
  say(since)
  askAgain()
}

/** A call got an answer. */
export const hasLine = (): void => {
  if (awaySince === null) return
  clearTimeout(timer)
  attempt = 0
  say(null)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Since when there is no connection, or `null`. */
export const useAwaySince = (): Instant | null => useSyncExternalStore(subscribe, () => awaySince)
