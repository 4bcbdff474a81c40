import type { InstitutionId } from '@mreza/contracts-kernel'
import type { Block, PrintedDocument, Said } from '@mreza/documents'
import type { Activity } from '@mreza/plan-document'
import { pagesOf, part, scales } from './copy-frame.ts'
import { ifTyped } from './goal-blocks.ts'
import { activitiesOf, coreOf, goalsOf, type PrintedVersion } from './printed-version.ts'
import { type Saying, unbroken } from './saying.ts'

const byDay = (a: Activity, b: Activity): number => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1)

/** What is done for the person, the nearest day first; what was given up is not a promise any more. */
const promised = (version: PrintedVersion): Activity[] =>
  goalsOf(version)
    .flatMap(activitiesOf)
    .filter(({ what, state }) => what.trim() !== '' && state !== 'abandoned')
    .sort(byDay)

const helpLine = (activity: Activity, { t, frame, institution, formats }: Saying): Said[] => {
  const { responsibleInstitutionId: id, dueOn, state } = activity
  if (state === 'done') return [frame(t('person.done'))]
  const date = dueOn === null ? null : unbroken(formats.dateAfterPreposition(dueOn))
  if (id === null) return date === null ? [] : [frame(t('person.within', { date }))]
  const helper = institution(id).text
  return [frame(date === null ? t('person.helper', { institution: helper }) : t('person.helperWithin', { institution: helper, date }))]
}

const agreedPart = (version: PrintedVersion, { t, frame, typed }: Saying): Block[] => {
  const understandings =
    coreOf(version)
      ?.understandings.filter(({ withdrawn }) => !withdrawn)
      .map(({ text }) => text) ?? []
  const goals = goalsOf(version).map(({ own, outcome }) => (own.trim() === '' ? outcome : own))
  const items = [...understandings, ...goals].filter((text) => text.trim() !== '').map((text) => ({ words: typed(text), lines: [] }))
  return items.length === 0 ? [] : part(frame(t('person.agreed')), [{ kind: 'list', items }])
}

const helpsPart = (version: PrintedVersion, saying: Saying): Block[] => {
  const items = promised(version).map((activity) => ({ words: saying.typed(activity.what), lines: helpLine(activity, saying) }))
  return items.length === 0 ? [] : part(saying.frame(saying.t('person.helps')), [{ kind: 'list', items }])
}

const telephoneLines = (id: InstitutionId, { t, frame, telephones }: Saying): Said[] => {
  const numbers = telephones(id)
  // What is not known can be written in by hand when the copy is handed over.
  if (numbers.length === 0) return [frame(t('person.telephoneBlank'))]
  return numbers.map((number) => frame(t('person.telephone', { number: unbroken(number) })))
}

const callPart = (version: PrintedVersion, saying: Saying): Block[] => {
  const { t, frame, institution, person } = saying
  const { leadInstitutionId: lead, caseManagerId: manager } = version
  const helpers = promised(version).flatMap(({ responsibleInstitutionId: id, state }) => (id === null || state === 'done' ? [] : [id]))
  const others = [...new Set(helpers)].filter((id) => id !== lead)
  const leader = manager === null ? [] : [frame(`${person(manager).text}, ${t('person.manager')}`)]
  const items = [
    ...(lead === null ? [] : [{ words: institution(lead), lines: [...leader, ...telephoneLines(lead, saying)] }]),
    ...others.map((id) => ({ words: institution(id), lines: telephoneLines(id, saying) })),
  ]
  const danger: Block = { kind: 'stressed', name: null, words: frame(t('person.danger')) }
  return part(frame(t('person.call')), [...(items.length === 0 ? [] : [{ kind: 'list', items } as const]), danger])
}

const againPart = (version: PrintedVersion, { t, frame, formats }: Saying): Block[] => {
  const core = coreOf(version)
  const on = core?.reviewOn ?? version.review?.programmeBy ?? null
  const lines = [
    ...(on === null ? [] : [t('person.reviewOn', { date: unbroken(formats.dateAfterPreposition(on)) })]),
    ...(core?.contact == null ? [] : [t(`person.contact.${core.contact}`)]),
  ]
  return lines.length === 0 ? [] : part(frame(t('person.again')), [{ kind: 'words', words: frame(lines.join('\n')) }])
}

/**
 * The person's own copy: what they want, what was agreed, who helps them with what and by when, whom they can call, and when the plan
 * is talked about again. In plain words and big letters; no codes, and no word that tells a stranger what kind of plan it is.
 */
export const personCopy = (version: PrintedVersion, saying: Saying, largePrint: boolean): PrintedDocument => {
  const { t, frame, typed, formats } = saying
  return {
    title: frame(t('title.person')),
    subtitle: null,
    head: [],
    footer: { lines: [frame(t('foot.person', { date: unbroken(formats.date(version.at)) }))], pages: pagesOf(saying) },
    keywords: [],
    scale: largePrint ? scales.personLarge : scales.person,
    blocks: [
      { kind: 'words', words: frame(`${t('person.intro')}\n${t('person.change')}`) },
      ...part(
        frame(t('person.wishes')),
        ifTyped(coreOf(version)?.wishes ?? '', (text) => ({ kind: 'own', words: typed(text) })),
      ),
      ...agreedPart(version, saying),
      ...helpsPart(version, saying),
      ...callPart(version, saying),
      ...againPart(version, saying),
    ],
  }
}
