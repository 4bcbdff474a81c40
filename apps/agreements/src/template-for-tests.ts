import { Template } from '@mreza/contracts-agreements'

const text = (en: string) => ({ en, srLatn: `${en} (sr)`, srCyrl: `${en} (ср)` })
const day = { amount: 1, unit: 'day' as const }
const year = { times: 1, every: { amount: 1, unit: 'year' as const } }

const place = (sector: string, required: boolean, atLeast = required ? 1 : 0) => ({
  sector,
  required,
  atLeast,
  duties: [text(`${sector} helps`)],
})

const procedure = {
  stages: [
    {
      id: 'start',
      title: text('Start'),
      steps: [
        {
          id: 'report',
          title: text('Report'),
          actor: { role: 'reporter' },
          duty: text('Report the suspicion'),
          trigger: 'referral-received',
          appliesTo: {},
          deadline: null,
          repeats: null,
          evidence: text('A referral'),
          onMiss: null,
          ruleId: null,
          articleNumber: 1,
        },
      ],
    },
  ],
}

const conferenceRule = {
  mandatorySectors: [{ sector: 'social-welfare', when: 'always' }],
  optionalSectors: [],
  notifiedSectors: [],
  quorum: { kind: 'of-mandatory', atLeast: 1 },
  latest: null,
  latestImmediate: null,
  chairedBy: { role: 'case-manager' },
  recordedBy: { role: 'case-manager' },
  noticeBefore: null,
}

/** A small but whole template: social welfare, police and education are required, health may join; four signatures bring it into force. */
export const smallTemplate = (given: Partial<Template> = {}): Template =>
  Template.parse({
    id: 'small-protocol',
    version: '1.0.0',
    kind: 'protocol',
    title: text('Small protocol'),
    purpose: text('To try things'),
    sources: [{ document: 'this-agreement', provision: null }],
    parties: [
      place('social-welfare', true),
      place('police', true),
      place('education', true),
      place('health', false),
      place('national-body', false),
    ],
    articles: [{ number: 1, title: text('Reports'), paragraphs: [text('Whoever suspects, reports.')] }],
    procedure,
    conferenceRule,
    informationRules: [],
    obligations: [],
    entryIntoForce: { kind: 'at-least', signatures: 4, requiredSectors: ['social-welfare', 'police', 'education'] },
    duration: null,
    review: year,
    amendment: text('In writing'),
    accession: text('By signing'),
    withdrawal: { notice: day, text: text('In writing') },
    disputes: [text('By talking')],
    ...given,
  })
