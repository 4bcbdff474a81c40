import type { Participant } from './participant.ts'
import { Share } from './share.ts'

/** True when all of these came onto the disk. */
const fateOf = async <Who>(shares: readonly Share<Who>[]): Promise<boolean> => {
  const fates = await Promise.all(shares.map(({ fate }) => fate))
  return fates.every(Boolean)
}

/** The shares of a room whose fate is not known, in the order in which they were begun. */
export class Shares<Who> {
  /** The share of each author that may still take more. */
  readonly #growing = new Map<Participant<Who>, Share<Who>>()
  readonly #undecided = new Set<Share<Who>>()
  readonly #begun: (share: Share<Who>) => void

  /** @param begun hands a new share to the commit */
  constructor(begun: (share: Share<Who>) => void) {
    this.#begun = begun
  }

  get none(): boolean {
    return this.#undecided.size === 0
  }

  /** About how much waits. */
  get bytes(): number {
    let bytes = 0
    for (const share of this.#undecided) bytes += share.bytes
    return bytes
  }

  /** The updates of an author that wait, all or those that no trial has seen. */
  updates(author: Participant<Who>, which: 'all' | 'untried'): readonly Uint8Array[] {
    const rows = [...this.#undecided].flatMap((share) => (share.author === author ? share.rows() : []))
    return rows.filter(({ tried }) => which === 'all' || !tried).map(({ update }) => update)
  }

  /** The share that an author's next update goes into. */
  of(author: Participant<Who>): Share<Who> {
    const growing = this.#growing.get(author)
    if (growing?.open === true) return growing
    const share = new Share(author)
    this.#growing.set(author, share)
    this.#undecided.add(share)
    this.#begun(share)
    return share
  }

  /** All that wait may write into something that is gone. */
  markDeleting(): void {
    for (const share of this.#undecided) share.markDeleting()
  }

  /** Waits until everything that is accepted now is decided; false when some of it was dropped. */
  decided(): Promise<boolean> {
    return fateOf([...this.#undecided])
  }

  /** Waits until what others than this author have under way now is decided. */
  async decidedBeside(author: Participant<Who>): Promise<void> {
    await fateOf([...this.#undecided].filter((share) => share.author !== author))
  }

  /** The fate of a share is known: it is on disk, or was dropped. */
  decide(share: Share<Who>, stored: boolean): void {
    this.#undecided.delete(share)
    if (this.#growing.get(share.author) === share) this.#growing.delete(share.author)
    share.decide(stored)
  }

  /** Drops all. */
  dropAll(): void {
    for (const share of [...this.#undecided]) this.decide(share, false)
  }
}
