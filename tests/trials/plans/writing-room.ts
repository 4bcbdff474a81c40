import type { PlanId } from '@mreza/contracts-kernel'
import type { PlanRoom } from '@mreza/contracts-plans'
import { eventually } from '@mreza/testkit'
import { expect } from 'vitest'
import type * as Y from 'yjs'
import { LiveClient } from '../../../apps/plans/src/live-client-for-tests.ts'
import type { Member, World } from '../../../apps/plans/src/service-for-tests.ts'
import type { Random } from '../random.ts'
import { planOfItsOwn } from './plan-of-its-own.ts'
import { roomIdOf, storedDoc } from './stored-room.ts'
import { hashOf, wordsIn } from './words.ts'
import { type Whereto, Writer } from './writer.ts'

interface WritingRoomOptions {
  readonly world: World
  /** One writer each; all must be let in. */
  readonly members: readonly Member[]
  /** Those who may come beside them. */
  readonly guests?: readonly Member[]
  readonly room: PlanRoom
  readonly random: Random
}

/** Longer than any fault of a trial lasts. */
const settlesWithin = 60_000

/** A room in which several people write without a pause, and what must be true of it whatever happens meanwhile. */
export class WritingRoom {
  readonly writers: readonly Writer[]
  readonly planId: PlanId
  readonly room: PlanRoom
  readonly roomId: string
  readonly #world: World
  readonly #guest: Member

  private constructor(world: World, guest: Member, at: { planId: PlanId; room: PlanRoom; roomId: string }, writers: readonly Writer[]) {
    this.#world = world
    this.#guest = guest
    this.planId = at.planId
    this.room = at.room
    this.roomId = at.roomId
    this.writers = writers
  }

  /** Opens a room of a new plan. */
  static async open({ world, members, guests = [], room, random }: WritingRoomOptions): Promise<WritingRoom> {
    const [guest] = members
    if (guest === undefined) throw new Error('nobody is there to write')
    const { planId } = await planOfItsOwn(world, [...members, ...guests], ['core', room])
    const roomId = await roomIdOf(world, planId, room)
    const writers = members.map((member, number) => new Writer({ number, member, planId, room, seed: random.below(2 ** 32) }))
    return new WritingRoom(world, guest, { planId, room, roomId }, writers)
  }

  begin(whereto: Whereto): void {
    for (const writer of this.writers) writer.begin(whereto)
  }

  /** The words that the pages show as saved. */
  get shown(): readonly string[] {
    return this.writers.flatMap((writer) => writer.acknowledged)
  }

  get unsaved(): number {
    return this.writers.reduce((sum, writer) => sum + writer.client.saved.count.unsaved, 0)
  }

  /** How many writers have the document before them and a line to write over. */
  get present(): number {
    return this.writers.filter(({ client }) => client.provider?.synced === true).length
  }

  /** How long each absence of each writer was, in milliseconds; without their first coming. */
  get away(): readonly number[] {
    return this.writers.flatMap((writer) => writer.away.slice(1))
  }

  /** Whatever a page shows as saved in this moment, or showed, is on disk, once (PL7); asked as soon as the database answers. */
  async expectKept(shown = this.shown): Promise<Y.Doc> {
    const doc = await eventually(() => storedDoc(this.#world, this.roomId))
    const stored = wordsIn(doc, this.room)
    expect(
      shown.filter((word) => !stored.has(word)),
      'shown as saved and not on disk',
    ).toEqual([])
    expect([...stored].filter(([, times]) => times > 1)).toEqual([])
    return doc
  }

  /**
   * Nobody types any more; in the end everything typed is saved, and there once, and all replicas are one. Then everybody leaves.
   * @param others words that are there beside those of the writers
   */
  async settle(address: string, others: readonly string[] = []): Promise<void> {
    for (const writer of this.writers) writer.rest()
    await eventually(() => expect(this.unsaved).toBe(0), settlesWithin)
    const stored = await this.expectKept()
    const typed = [...others, ...this.writers.flatMap((writer) => writer.typed)]
    expect([...wordsIn(stored, this.room).keys()].sort()).toEqual(typed.sort())
    const newcomer = new LiveClient(this.#guest, this.planId, this.room)
    await newcomer.join(address)
    const hash = hashOf(stored, this.room)
    await eventually(() => {
      for (const { client } of [...this.writers, { client: newcomer }]) expect(hashOf(client.doc, this.room)).toBe(hash)
    }, settlesWithin)
    newcomer.leave()
    await Promise.all(this.writers.map((writer) => writer.leave()))
  }
}
