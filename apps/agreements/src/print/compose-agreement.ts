import type { Article, Deadline, Frequency, Step, Template, Trigger } from '@mreza/contracts-agreements'
import type { Duration } from '@mreza/contracts-kernel'
import type { Block, PrintedDocument, Said } from '@mreza/documents'
import type { Agreement } from '../domain/agreement.ts'
import { inGroups, part, type Saying } from './saying.ts'

const durationIn = ({ room }: Saying, { amount, unit }: Duration): string => room(`duration.${unit}`, { count: amount })

const everyIn = (saying: Saying, { times, every }: Frequency): string => {
  const period = durationIn(saying, every)
  return times === 1 ? saying.room('every.once', { period }) : saying.room('every.times', { count: times, period })
}

/** The steps of the procedure; none where the agreement is about no cases. */
const stepsOf = ({ procedure }: Template): Step[] => procedure?.stages.flatMap(({ steps }) => steps) ?? []

const momentIn = (saying: Saying, content: Template, trigger: Trigger): string => {
  if (trigger.startsWith('step:')) {
    const id = trigger.slice('step:'.length)
    const step = stepsOf(content).find((one) => one.id === id)
    return saying.room('from.step', { step: step === undefined ? id : saying.of(step.title).text })
  }
  return saying.room(`from.${trigger.replace(':', '-')}` as 'from.case-opened')
}

const deadlineIn = (saying: Saying, content: Template, deadline: Deadline | null): string =>
  deadline === null
    ? saying.room('procedure.noDeadline')
    : saying.room('deadline', { duration: durationIn(saying, deadline.duration), moment: momentIn(saying, content, deadline.countsFrom) })

/** The articles as people sign them: the number, the title, and each paragraph with its own number. */
const articles = (from: readonly Article[], { t, of }: Saying): Block[] =>
  from.map(({ number, title, paragraphs }) => ({
    kind: 'part',
    title: { ...of(title), text: `${t('article', { number: String(number) })} ${of(title).text}` },
    blocks: paragraphs.map(
      (paragraph, at): Block => ({ kind: 'words', words: { ...of(paragraph), text: `(${at + 1}) ${of(paragraph).text}` } }),
    ),
  }))

/** What belongs to the agreement and is signed with it, with a numbering of its own. */
const annexes = ({ annexes: from = [] }: Template, saying: Saying): Block[] =>
  from.map(({ number, title, articles: ofAnnex }) => ({
    kind: 'part',
    title: { ...saying.of(title), text: `${saying.t('annex', { number: String(number) })} ${saying.of(title).text}` },
    blocks: articles(ofAnnex, saying),
  }))

const parties = ({ content, parties: who }: Agreement, { t, frame, of, institution }: Saying): Block[] =>
  part(frame(t('parties')), [
    {
      kind: 'list',
      items: who.map(({ institutionId, sector }) => ({
        words: frame(institution(institutionId)),
        lines: content.parties.filter((place) => place.sector === sector).flatMap(({ duties }) => duties.map(of)),
      })),
    },
  ])

const stepRow =
  (content: Template, saying: Saying) =>
  (step: Step): Said[] => [saying.of(step.title), saying.of(step.duty), saying.frame(deadlineIn(saying, content, step.deadline))]

const procedure = (content: Template, saying: Saying): Block[] => {
  if (stepsOf(content).length === 0) return []
  return part(saying.frame(saying.t('procedure')), [
    {
      kind: 'table',
      columns: [
        { title: saying.frame(saying.t('step')), share: 3 },
        { title: saying.frame(saying.t('duty')), share: 5 },
        { title: saying.frame(saying.t('deadline')), share: 3 },
      ],
      rows: stepsOf(content).map(stepRow(content, saying)),
    },
  ])
}

const obligations = (content: Template, saying: Saying): Block[] =>
  content.obligations.length === 0
    ? []
    : part(saying.frame(saying.t('obligations')), [
        {
          kind: 'table',
          columns: [
            { title: saying.frame(saying.t('what')), share: 5 },
            { title: saying.frame(saying.t('measure')), share: 4 },
            { title: saying.frame(saying.t('due')), share: 3 },
          ],
          rows: content.obligations.map(({ what, measure, due }) => [
            saying.of(what),
            saying.of(measure),
            saying.frame(
              'once' in due ? saying.room('obligations.once', { duration: durationIn(saying, due.once) }) : everyIn(saying, due.recurring),
            ),
          ]),
        },
      ])

/**
 * The text of a frozen agreement for paper: what it is, between whom, its articles and what of them is carried out. Each page bears the hash of the
 * text that is signed (AG31). Pure.
 */
export const composeAgreement = (agreement: Agreement, saying: Saying): PrintedDocument => {
  const { content, textHash } = agreement
  const { t, room, frame, of } = saying
  const hash = textHash ?? ''
  return {
    title: of(agreement.title),
    subtitle: of(content.purpose),
    head: [frame(room(`kind.${agreement.kind}`)), frame(t('version', { version: content.version }))],
    footer: { lines: [frame(t('foot.hash', { hash: inGroups(hash) }))], pages: t('foot.pages', { page: '{{page}}', pages: '{{pages}}' }) },
    scale: 1,
    keywords: [hash],
    blocks: [
      ...parties(agreement, saying),
      ...articles(content.articles, saying),
      ...annexes(content, saying),
      ...procedure(content, saying),
      ...obligations(content, saying),
    ],
  }
}
