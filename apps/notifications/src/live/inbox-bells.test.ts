import { newId } from '@mreza/db'
import { describe, expect, it } from 'vitest'
import { makeInboxBells, mostStreams } from './inbox-bells.ts'

const [ana, boris] = [newId<'PersonId'>(), newId<'PersonId'>()]

describe('the bells of inboxes', () => {
  it('ring for one person, for everybody when it is not known for whom, and not once taken down', () => {
    const bells = makeInboxBells()
    const rung: string[] = []
    const takeDown = bells.hang(ana, () => rung.push('ana'))
    bells.hang(boris, () => rung.push('boris'))
    bells.ring(ana)
    bells.ring(newId())
    expect(rung).toEqual(['ana'])
    bells.ring('')
    expect(rung).toEqual(['ana', 'ana', 'boris'])
    takeDown()
    bells.ring(ana)
    expect(rung).toHaveLength(3)
  })

  it('are bounded for each person, and free again when a stream ends', () => {
    const bells = makeInboxBells()
    const hang = () => bells.hang(ana, () => undefined)
    const open = Array.from({ length: mostStreams }, hang)
    expect(hang).toThrow('too-many-requests')
    expect(bells.hang(boris, () => undefined)).toBeTypeOf('function')
    open[0]?.()
    expect(hang()).toBeTypeOf('function')
  })
})
