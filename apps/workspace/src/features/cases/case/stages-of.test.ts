import type { CaseStep } from '@mreza/contracts-conferences'
import { expect, test } from 'vitest'
import { stagesOf } from './stages-of.ts'

const step = (id: string, stage: string) => ({ id, stageTitle: { en: stage, srLatn: stage, srCyrl: stage } }) as CaseStep

test('steps are parted where the stage changes and numbered through', () => {
  const stages = stagesOf([step('a', 'first'), step('b', 'first'), step('c', 'second')])
  expect(stages.map(({ title, steps }) => [title.en, steps.map(({ number, step: { id } }) => `${number}${id}`)])).toEqual([
    ['first', ['1a', '2b']],
    ['second', ['3c']],
  ])
})

test('a case without an agreement has no stages', () => {
  expect(stagesOf([])).toEqual([])
})
