import { PlanArea, type PlanRoom, roomOfArea } from '@mreza/contracts-plans'
import type { Block, PrintedDocument } from '@mreza/documents'
import type { PlanContent } from '@mreza/plan-document'
import { institutionFrame, part, withheldPart } from './copy-frame.ts'
import { goalCard, ifTyped } from './goal-blocks.ts'
import { coreOf, type PrintedVersion } from './printed-version.ts'
import type { Saying } from './saying.ts'

const factsOf = (version: PrintedVersion, { t, frame, day, institution }: Saying): Block => {
  const core = coreOf(version)
  const { participation, review, approvedBy } = version
  const approved = approvedBy === null ? frame(t('notSet')) : institution(approvedBy)
  const dayOr = (date: string | null | undefined) => frame(date == null ? t('notSet') : day(date))
  return {
    kind: 'facts',
    facts: [
      { name: frame(t('facts.approved')), value: approved },
      { name: frame(t('facts.participation')), value: frame(participation === null ? t('notSet') : t(`participation.${participation}`)) },
      { name: frame(t('facts.contact')), value: frame(core?.contact == null ? t('notSet') : t(`contact.${core.contact}`)) },
      { name: frame(t('facts.next')), value: dayOr(core?.reviewOn) },
      { name: frame(t('facts.programme')), value: dayOr(review?.programmeBy) },
      { name: frame(t('facts.law')), value: dayOr(review?.lawBy) },
    ],
  }
}

/** What the person wants, in their own words, before anything that professionals wrote. */
export const wishesPart = (version: PrintedVersion, { t, frame, typed }: Saying): Block[] =>
  part(
    frame(t('part.wishes')),
    ifTyped(coreOf(version)?.wishes ?? '', (text) => ({ kind: 'own', words: typed(text) })).flatMap((own) => [
      own,
      { kind: 'note', words: frame(t('part.wishes.note')) },
    ]),
  )

const proseOf = (content: PlanContent, place: PlanContent['prose'][number]['place']): string =>
  content.prose.find((each) => each.place === place)?.text ?? ''

/** The need areas of the rooms in the copy, each with its text and its goals; goals are numbered through. */
const areaParts = ({ rooms }: PrintedVersion, saying: Saying): Block[] => {
  const { t, frame, typed } = saying
  let number = 0
  return PlanArea.options.flatMap((area) => {
    const content = rooms.find(({ room }) => room === roomOfArea(area))
    if (content === undefined) return []
    const goals = content.goals.filter((goal) => goal.area === area && !goal.withdrawn)
    const cards = goals.map((goal) => {
      number += 1
      return goalCard(goal, t('goal', { number, phase: t(`phase.${goal.phase}`) }), saying)
    })
    const words = ifTyped(proseOf(content, area), (text) => ({ kind: 'words', words: typed(text) }))
    return part(frame(t(`area.${area}`)), [...words, ...cards])
  })
}

const risksPart = ({ rooms }: PrintedVersion, { t, frame, typed, institution }: Saying): Block[] => {
  const risks = rooms.flatMap((content) => content.risks.filter(({ withdrawn }) => !withdrawn))
  if (risks.length === 0) return []
  const columns = [
    { title: frame(t('risk.what')), share: 3 },
    { title: frame(t('risk.level')), share: 1.3 },
    { title: frame(t('risk.response')), share: 3 },
    { title: frame(t('risk.who')), share: 2 },
  ]
  const rows = risks.map(({ what, level, response, responsibleInstitutionId: id }) => [
    typed(what),
    frame(level === null ? t('notSet') : t(`level.${level}`)),
    response.trim() === '' ? frame(t('notSet')) : typed(response),
    id === null ? frame(t('activity.nobody')) : institution(id),
  ])
  return part(frame(t('part.risks')), [{ kind: 'table', columns, rows }])
}

const understandingsPart = (version: PrintedVersion, { t, frame, typed, day }: Saying): Block[] => {
  const agreed = coreOf(version)?.understandings.filter(({ withdrawn, text }) => !withdrawn && text.trim() !== '') ?? []
  const items = agreed.map(({ text, agreedOn }) => ({
    words: typed(text),
    lines: agreedOn === null ? [] : [frame(t('understanding.on', { date: day(agreedOn) }))],
  }))
  return items.length === 0 ? [] : part(frame(t('part.understandings')), [{ kind: 'list', items }])
}

/** A text of a room under a heading of its own. */
const prosePart = (version: PrintedVersion, saying: Saying, room: PlanRoom, place: 'safety-plan' | 'voice' | 'participation'): Block[] => {
  const { t, frame, typed } = saying
  const content = version.rooms.find((each) => each.room === room)
  const titles = { 'safety-plan': t('part.safetyPlan'), voice: t('part.voice'), participation: t('part.participation') }
  const text = content === undefined ? '' : place === 'participation' ? content.participationNote : proseOf(content, place)
  return part(
    frame(titles[place]),
    ifTyped(text, (words) => ({ kind: 'words', words: typed(words) })),
  )
}

const signOffsPart = ({ signOffs, asked }: PrintedVersion, { t, frame, typed, institution, person, day }: Saying): Block[] => {
  const signed = signOffs.map(({ institutionId, personId, at, reservation }) => [
    institution(institutionId),
    person(personId),
    frame(day(at)),
    reservation === null ? frame(t('signOff.none')) : typed(reservation),
  ])
  const missing = asked.filter((id) => signOffs.every(({ institutionId }) => institutionId !== id)).map((id) => institution(id).text)
  const waiting = missing.length === 0 ? [] : [{ kind: 'note', words: frame(t('signOff.waiting', { names: missing.join(', ') })) } as const]
  const columns = [
    { title: frame(t('signOff.institution')), share: 3 },
    { title: frame(t('signOff.who')), share: 2 },
    { title: frame(t('signOff.on')), share: 1.3 },
    { title: frame(t('signOff.reservation')), share: 3 },
  ]
  const table = signed.length === 0 ? [] : [{ kind: 'table', columns, rows: signed } as const]
  return part(frame(t('part.signOffs')), [...table, ...waiting])
}

/** All of a version that is open to who prints it. */
export const fullCopy = (version: PrintedVersion, saying: Saying, scale: number): PrintedDocument => {
  const { t, frame } = saying
  return {
    ...institutionFrame(version, saying),
    title: frame(t('title.full')),
    subtitle: null,
    scale,
    blocks: [
      factsOf(version, saying),
      ...wishesPart(version, saying),
      ...prosePart(version, saying, 'core', 'participation'),
      ...understandingsPart(version, saying),
      ...areaParts(version, saying),
      ...prosePart(version, saying, 'safety', 'safety-plan'),
      ...risksPart(version, saying),
      ...prosePart(version, saying, 'voice', 'voice'),
      ...signOffsPart(version, saying),
      ...withheldPart(version, saying),
    ],
  }
}
