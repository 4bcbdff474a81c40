import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { PlanRoom } from '@mreza/contracts-plans'
import { newId } from '@mreza/db'
import {
  addActivity,
  addGoal,
  addIndicator,
  addRisk,
  addUnderstanding,
  appendParagraphs,
  assignActivity,
  assignRisk,
  proseOf,
  readPlanContent,
  recordParticipation,
  setActivityDue,
  setActivityProof,
  setActivityStart,
  setActivityState,
  setContactRhythm,
  setGoalAssessOn,
  setReviewOn,
  setRiskLevel,
  setUnderstandingDay,
  supportActivity,
  wishesOf,
} from '@mreza/plan-document'
import * as Y from 'yjs'
import type { PrintedVersion } from './printed-version.ts'
import type { Names } from './saying.ts'

const institutionId = () => newId<'InstitutionId'>() as InstitutionId
const personId = () => newId<'PersonId'>() as PersonId

/** Those who stand in the version of the tests. */
export const those = { centre: institutionId(), school: institutionId(), health: institutionId(), manager: personId(), teacher: personId() }

const person = (id: PersonId, institution: InstitutionId, srLatn: string, srCyrl: string): Names['people'][number] => ({
  id,
  institutionId: institution,
  displayName: { srLatn, srCyrl },
  jobTitle: { en: 'Officer', srLatn: 'Saradnik', srCyrl: 'Сарадник' },
  isHead: false,
})
const institution = (id: InstitutionId, names: readonly [string, string, string], telephones: readonly string[]) => ({
  id,
  name: { en: names[0], srLatn: names[1], srCyrl: names[2] },
  telephones,
})

/** Their names. */
export const namesForTests = {
  institutions: [
    institution(those.centre, ['Centre for Social Work', 'Centar za socijalni rad', 'Центар за социјални рад'], ['018 000 001']),
    institution(those.school, ['Secondary school of economics', 'Ekonomska škola', 'Економска школа'], ['018 000 002', '060 000 0002']),
    institution(those.health, ['Health centre', 'Dom zdravlja', 'Дом здравља'], []),
  ],
  people: [
    person(those.manager, those.centre, 'Milica Đorđević', 'Милица Ђорђевић'),
    person(those.teacher, those.school, 'Jelena Savić', 'Јелена Савић'),
  ],
} as unknown as Names

/** What people typed, in Cyrillic, with the letters whose italics differ in Serbian. */
const core = (): Y.Doc => {
  const doc = new Y.Doc()
  appendParagraphs(wishesOf(doc), '„Хоћу да завршим школу, али не у оној где ме сви знају. И хоћу да моја сестра зна да сам добро.“')
  appendParagraphs(proseOf(doc, 'participation'), 'Разговарано је два пута насамо. План јој је прочитан и објашњен.')
  appendParagraphs(
    proseOf(doc, 'area-education'),
    'Завршила је први разред. Школу је напустила у октобру, због удаљености и обавезног превоза.\nЖели смер економски техничар.',
  )
  recordParticipation(doc, 'took-part')
  setReviewOn(doc, '2026-05-20')
  setContactRhythm(doc, 'weekly')
  const goal = addGoal(doc, {
    area: 'area-education',
    phase: 'transition',
    outcome: 'Уписана је у други разред и редовно похађа наставу.',
    own: 'Идем у школу у коју желим.',
  })
  setGoalAssessOn(doc, goal, '2026-09-30')
  addIndicator(doc, goal, {
    text: 'Долази на наставу',
    baseline: 'не долази',
    target: '4 дана недељно',
    check: 'Увид у дневник једном месечно',
  })
  const enrol = addActivity(doc, goal, { what: 'Помоћ око уписа и превођења оцена' })
  assignActivity(doc, enrol, { institutionId: those.school, personId: those.teacher })
  setActivityStart(doc, enrol, '2026-03-26')
  setActivityDue(doc, enrol, '2026-04-02')
  supportActivity(doc, enrol, those.centre, true)
  setActivityProof(doc, enrol, 'Потврда о упису')
  const ticket = addActivity(doc, goal, { what: 'Месечна карта за превоз' })
  assignActivity(doc, ticket, { institutionId: those.centre, personId: null })
  setActivityDue(doc, ticket, '2026-03-30')
  setActivityState(doc, ticket, 'under-way')
  setUnderstandingDay(doc, addUnderstanding(doc, { text: 'Зовемо само на број који је сама дала, између 17 и 19 часова.' }), '2026-03-24')
  return doc
}

const health = (): Y.Doc => {
  const doc = new Y.Doc()
  appendParagraphs(proseOf(doc, 'area-health'), 'Није била код лекара најмање две године. Здравствену књижицу нема код себе.')
  const goal = addGoal(doc, {
    area: 'area-health',
    phase: 'crisis',
    outcome: 'Има свог лекара и зна како да му се обрати.',
    own: 'Имам доктора.',
  })
  addIndicator(doc, goal, { text: 'Изабран лекар', baseline: 'нема', target: 'један преглед', check: 'Потврда Дома здравља' })
  const book = addActivity(doc, goal, { what: 'Издати здравствену књижицу' })
  assignActivity(doc, book, { institutionId: those.health, personId: null })
  setActivityDue(doc, book, '2026-03-27')
  return doc
}

const safety = (): Y.Doc => {
  const doc = new Y.Doc()
  appendParagraphs(proseOf(doc, 'safety-plan'), 'Лозинка са сестром: пита за мачку. Тада сестра зове полицију.')
  const risk = addRisk(doc, { what: 'Позиви са непознатог броја', response: 'Не јавља се и јавља водитељки случаја.' })
  setRiskLevel(doc, risk, 'high')
  assignRisk(doc, risk, those.centre)
  return doc
}

const documents: Partial<Record<PlanRoom, () => Y.Doc>> = { core, health, safety }

/** A whole version as its lead reads it; with `rooms` only so much of it is open. */
export const versionForTests = (rooms: readonly PlanRoom[] = PlanRoom.options): PrintedVersion => ({
  code: 'NI-26-0014',
  number: 2,
  at: '2026-03-24T11:20:00.000Z',
  hash: '3f9a1c22'.repeat(8),
  approvedBy: those.centre,
  participation: 'took-part',
  review: { programmeBy: '2026-05-24', lawBy: '2026-09-24' },
  rooms: PlanRoom.options.filter((room) => rooms.includes(room)).map((room) => readPlanContent(documents[room]?.() ?? new Y.Doc(), room)),
  withheld: PlanRoom.options.filter((room) => !rooms.includes(room)),
  signOffs: [
    {
      institutionId: those.school,
      personId: those.teacher,
      at: '2026-03-25T09:00:00.000Z',
      reservation: 'Упис зависи од слободног места.',
    },
  ],
  asked: [those.school, those.centre, ...(rooms.includes('health') ? [those.health] : [])],
  leadInstitutionId: those.centre,
  caseManagerId: those.manager,
  printedBy: those.manager,
  printedAt: '2026-03-26T10:00:00.000Z',
})
