import { setTimeout as sleep } from 'node:timers/promises'

/** Whether `holds` came true within `seconds`. */
export async function waitUntil(holds: () => boolean, seconds: number): Promise<boolean> {
  const deadline = performance.now() + seconds * 1000
  while (!holds()) {
    if (performance.now() > deadline) return false
    await sleep(50)
  }
  return true
}
