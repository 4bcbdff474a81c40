import { useSyncExternalStore } from 'react'

/** Which details of the page are unfolded; one for the page, so that a link from beside the text can open what it leads into. */
export class Folds {
  readonly #open = new Set<string>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  isOpen(fold: string): boolean {
    return this.#open.has(fold)
  }

  set(fold: string, open: boolean): void {
    if (open === this.#open.has(fold)) return
    if (open) this.#open.add(fold)
    else this.#open.delete(fold)
    for (const listener of this.#listeners) listener()
  }
}

/** Whether a fold is open, and how to turn it: what `Fold` wants. */
export const useFold = (folds: Folds, fold: string) => ({
  isOpen: useSyncExternalStore(folds.subscribe, () => folds.isOpen(fold)),
  onOpenChange: (open: boolean) => folds.set(fold, open),
})
