import { expect, it } from 'vitest'
import { personOf } from './person-draft.ts'

it.each([
  ['Ђорђе Љубић', 'директор'],
  ['Đorđe Ljubić', 'direktor'],
])('what was typed in one script stands in both: %s', (name, jobTitle) => {
  expect(personOf({ name: ` ${name} `, jobTitle, jobTitleEn: 'director ', isHead: true })).toEqual({
    displayName: { srLatn: 'Đorđe Ljubić', srCyrl: 'Ђорђе Љубић' },
    jobTitle: { en: 'director', srLatn: 'direktor', srCyrl: 'директор' },
    isHead: true,
  })
})
