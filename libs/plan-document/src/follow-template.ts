import type { CivilDate, Language, LocalizedText } from '@mreza/contracts-kernel'
import { areasOfRoom, type PlanRoom, type PlanTemplate, type TemplateArea, type TemplateGoal } from '@mreza/contracts-plans'
import type * as Y from 'yjs'
import { change } from './changes.ts'
import { dayAfter } from './civil-period.ts'
import { aboutOf, keys, proseOf } from './doc.ts'
import { addActivity, addGoal, addIndicator, setActivityDue, setContactRhythm, setReviewOn } from './edits.ts'
import { appendPrompt, plainText } from './prose.ts'
import { readPlanContent } from './read.ts'
import { addRisk } from './risks.ts'
import { addUnderstanding } from './understandings.ts'

/** In which language a template is written into a plan, and on which day. */
export interface TemplateUse {
  readonly language: Language
  readonly today: CivilDate
}

const inLanguage = (language: Language) => (text: LocalizedText) =>
  ({ en: text.en, 'sr-Latn': text.srLatn, 'sr-Cyrl': text.srCyrl })[language]

const proposeGoal = (doc: Y.Doc, { area }: TemplateArea, goal: TemplateGoal, { language, today }: TemplateUse): void => {
  const words = inLanguage(language)
  const id = addGoal(doc, { area, phase: goal.phase, outcome: words(goal.outcome) })
  for (const { text, check } of goal.indicators) addIndicator(doc, id, { text: words(text), check: words(check) })
  for (const { what, dueIn } of goal.activities) {
    const activity = addActivity(doc, id, { what: words(what) })
    if (dueIn !== null) setActivityDue(doc, activity, dayAfter(today, dueIn))
  }
}

const fillArea = (doc: Y.Doc, room: PlanRoom, area: TemplateArea, use: TemplateUse): void => {
  const words = inLanguage(use.language)
  const prose = proseOf(doc, area.area)
  const written = plainText(prose).split('\n')
  const outcomes = readPlanContent(doc, room).goals.map(({ outcome }) => outcome)
  change(doc, () => {
    for (const prompt of area.prompts) if (!written.includes(words(prompt))) appendPrompt(prose, words(prompt))
    for (const goal of area.goals) if (!outcomes.includes(words(goal.outcome))) proposeGoal(doc, area, goal, use)
  })
}

const fillCore = (doc: Y.Doc, template: PlanTemplate, { language, today }: TemplateUse): void => {
  const { reviewOn, contact, understandings } = readPlanContent(doc, 'core')
  const words = inLanguage(language)
  change(doc, () => {
    aboutOf(doc).set(keys.about.template, template.id)
    if (reviewOn === null && template.reviewIn !== null) setReviewOn(doc, dayAfter(today, template.reviewIn))
    if (contact === null && template.contact !== null) setContactRhythm(doc, template.contact)
    for (const point of template.understandings)
      if (!understandings.some(({ text }) => text === words(point))) addUnderstanding(doc, { text: words(point) })
  })
}

const fillSafety = (doc: Y.Doc, template: PlanTemplate, { language }: TemplateUse): void => {
  const known = readPlanContent(doc, 'safety').risks.map(({ what }) => what)
  const words = inLanguage(language)
  change(doc, () => {
    for (const { what, response } of template.risks)
      if (!known.includes(words(what))) addRisk(doc, { what: words(what), response: words(response) })
  })
}

/**
 * Brings into a room what a template has for it: questions as headings, goals, risks, points to agree, and in the core room the
 * template itself, the day of review and the rhythm of contacts where none are set. Adds only what is not there yet, so that using
 * a template twice adds nothing; changes nothing that was written. An area at a time, so that no single change grows large.
 */
export const followTemplate = (doc: Y.Doc, room: PlanRoom, template: PlanTemplate, use: TemplateUse): void => {
  for (const area of template.areas) if (areasOfRoom[room].includes(area.area)) fillArea(doc, room, area, use)
  if (room === 'core') fillCore(doc, template, use)
  if (room === 'safety') fillSafety(doc, template, use)
}
