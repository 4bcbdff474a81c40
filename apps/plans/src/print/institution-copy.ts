import type { InstitutionId } from '@mreza/contracts-kernel'
import type { Block, PrintedDocument } from '@mreza/documents'
import type { Activity } from '@mreza/plan-document'
import { institutionFrame, part, withheldPart } from './copy-frame.ts'
import { wishesPart } from './full-copy.ts'
import { activityTable, goalCard } from './goal-blocks.ts'
import { activitiesOf, coreOf, goalsOf, hasPart, type PrintedVersion } from './printed-version.ts'
import type { Saying } from './saying.ts'

const byDay = (a: Activity, b: Activity): number => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1)

const signOffBlock = (version: PrintedVersion, id: InstitutionId, { t, frame, typed, person, day }: Saying): Block[] => {
  const signed = version.signOffs.find(({ institutionId }) => institutionId === id)
  if (signed === undefined) return version.asked.includes(id) ? [{ kind: 'closed', words: frame(t('institution.asked')) }] : []
  const by = { date: day(signed.at), person: person(signed.personId).text }
  if (signed.reservation === null) return [{ kind: 'note', words: frame(t('institution.signedOff', by)) }]
  return [{ kind: 'note', words: typed(t('institution.signedOffWith', { ...by, reservation: signed.reservation })) }]
}

/** What of a version concerns one institution: what is needed from it and by when, the goals that it serves, and whether it has signed off. */
export const institutionCopy = (version: PrintedVersion, id: InstitutionId, saying: Saying, scale: number): PrintedDocument => {
  const { t, frame, institution, day } = saying
  const goals = goalsOf(version).filter((goal) => activitiesOf(goal).some((each) => hasPart(each, id)))
  const activities = goals.flatMap(activitiesOf).sort(byDay)
  const carried = activities.filter((each) => each.responsibleInstitutionId === id)
  const supported = activities.filter((each) => each.responsibleInstitutionId !== id && hasPart(each, id))
  const reviewOn = coreOf(version)?.reviewOn ?? version.review?.programmeBy ?? null
  const nothing: Block[] = activities.length === 0 ? [{ kind: 'note', words: frame(t('institution.nothing')) }] : []
  const cards = goals.map((goal) => {
    const area = t(`area.${goal.area}`)
    const kicker = t('goal.ofArea', { area, phase: t(`phase.${goal.phase}`) })
    return goalCard(goal, kicker, saying, [])
  })
  return {
    ...institutionFrame(version, saying),
    title: frame(t('title.institution')),
    subtitle: institution(id),
    scale,
    blocks: [
      ...(reviewOn === null ? [] : [{ kind: 'facts', facts: [{ name: frame(t('facts.next')), value: frame(day(reviewOn)) }] } as const]),
      ...wishesPart(version, saying),
      ...part(frame(t('institution.asks')), [...nothing, ...activityTable(carried, saying), ...signOffBlock(version, id, saying)]),
      ...part(frame(t('institution.supports')), activityTable(supported, saying)),
      ...part(frame(t('institution.goals')), cards),
      ...withheldPart(version, saying, 'withheld.institution'),
    ],
  }
}
