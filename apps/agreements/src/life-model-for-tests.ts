import type { AgreementState } from '@mreza/contracts-agreements'
import fc from 'fast-check'
import { expect } from 'vitest'

/** Parties by their place: a social welfare centre, the police and a school, who are required, and two who are not. Four bring it into force. */
export const places = [0, 1, 2, 3, 4] as const
const required = [0, 1, 2]
const needed = 4
const day = 86_400_000
const term = 60 * day
/** No sum of a few of them comes near the end of a term or of a notice, whose last hours are for other tests. */
const ticks = [11, 52, 140] as const
const mostVersions = 5

/** Where a party of a version stands as the real thing shows it. */
export interface SeenParty {
  readonly state: string
  /** Of the signature it has ever given; `undefined` without one. */
  readonly signature: string | undefined
}
export interface SeenVersion {
  readonly state: AgreementState
  readonly parties: readonly SeenParty[]
}

/** The life of the versions of one protocol of one city: rules in memory, or a service on its database. Each act says whether it was let. */
export interface Life {
  /** Days of notice. */
  readonly notice: number
  draft(): Promise<boolean>
  amend(version: number): Promise<boolean>
  send(version: number): Promise<boolean>
  sign(version: number, place: number, right: boolean): Promise<boolean>
  decline(version: number, place: number): Promise<boolean>
  council(version: number, place: number, said: 'needed' | 'yes' | 'no'): Promise<boolean>
  record(version: number, place: number): Promise<boolean>
  confirm(version: number, place: number, bySame: boolean): Promise<boolean>
  withdraw(version: number, place: number): Promise<boolean>
  revoke(version: number, place: number): Promise<boolean>
  suspend(version: number): Promise<boolean>
  resume(version: number): Promise<boolean>
  terminate(version: number): Promise<boolean>
  tick(days: number): Promise<boolean>
  look(): Promise<SeenVersion[]>
}

interface Version {
  state: AgreementState
  readonly amends: number | null
  sentAt: number
  readonly signed: Set<number>
  readonly leaving: Map<number, number>
  readonly left: Set<number>
  readonly councils: Map<number, 'needed' | 'yes' | 'no'>
  readonly waiting: Set<number>
  /** What was seen of each signature when it was first there. */
  readonly signatures: Map<number, string>
}

/** What must hold, counted apart from the code. */
export interface Model {
  now: number
  readonly versions: Version[]
  /** How often one came into force. */
  entries: number
}
export const emptyModel = (): Model => ({ now: 0, versions: [], entries: 0 })

const isOpen = ({ state }: Version) => state === 'sent' || isBinding({ state })
const isBinding = ({ state }: Pick<Version, 'state'>) => state === 'in-force' || state === 'suspended'
const isFulfilled = ({ signed, left }: Version) => {
  const bound = [...signed].filter((place) => !left.has(place))
  return bound.length >= needed && required.every((place) => bound.includes(place))
}
const newVersion = (amends: number | null): Version => ({
  state: 'draft',
  amends,
  sentAt: 0,
  signed: new Set(),
  leaving: new Map(),
  left: new Set(),
  councils: new Map(),
  waiting: new Set(),
  signatures: new Map(),
})
const councilLets = (version: Version, place: number) => [undefined, 'yes'].includes(version.councils.get(place))
const maySign = (version: Version, place: number) => isOpen(version) && !version.signed.has(place) && councilLets(version, place)

const sign = (model: Model, version: Version, place: number) => {
  version.signed.add(place)
  version.waiting.delete(place)
  if (version.state !== 'sent' || !isFulfilled(version)) return
  for (const other of model.versions) if (isBinding(other)) other.state = 'ended'
  version.state = 'in-force'
  model.entries += 1
}

const pass = (model: Model, days: number) => {
  model.now += days * day
  for (const version of model.versions) {
    if (version.state === 'sent' && version.sentAt + term < model.now) {
      version.state = 'lapsed'
      continue
    }
    if (!isOpen(version)) continue
    for (const [place, ends] of version.leaving) {
      if (ends > model.now) continue
      version.leaving.delete(place)
      version.left.add(place)
      if (isBinding(version) && !isFulfilled(version)) version.state = 'ended'
    }
  }
}

const check = async (model: Model, life: Life) => {
  const seen = await life.look()
  expect(seen.map(({ state }) => state)).toEqual(model.versions.map(({ state }) => state))
  expect(seen.filter(isBinding).length, 'versions that bind').toBeLessThanOrEqual(1)
  seen.forEach((version, at) => {
    const expected = model.versions[at]
    if (expected === undefined) throw new Error('a version too many')
    version.parties.forEach(({ state, signature }, place) => {
      expect(signature !== undefined, `signature of ${place}`).toBe(expected.signed.has(place))
      if (signature === undefined) return
      const first = expected.signatures.get(place) ?? signature
      expected.signatures.set(place, first)
      expect(signature, 'a signature never changes').toBe(first)
      expect(state).toBe(expected.left.has(place) ? 'withdrawn' : expected.leaving.has(place) ? 'withdrawing' : 'signed')
    })
  })
}

/** An act that the model lets or not, and what it does there. */
interface Act {
  readonly name: string
  readonly may: (model: Model) => boolean
  readonly does: (model: Model, life: Life) => void
  readonly real: (life: Life) => Promise<boolean>
}

class Command implements fc.AsyncCommand<Model, Life> {
  private readonly act: Act
  constructor(act: Act) {
    this.act = act
  }
  check = () => true
  async run(model: Model, life: Life) {
    const may = this.act.may(model)
    expect(await this.act.real(life), this.act.name).toBe(may)
    if (may) this.act.does(model, life)
    await check(model, life)
  }
  toString = () => this.act.name
}

const version = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.nat(mostVersions - 1) },
)
const place = fc.constantFrom(...places)
const of = (model: Model, at: number) => model.versions[at]
const let_ = (model: Model, at: number, may: (version: Version) => boolean) => {
  const found = of(model, at)
  return found !== undefined && may(found)
}
const on = (at: number, does: (version: Version, model: Model, life: Life) => void) => (model: Model, life: Life) => {
  const found = of(model, at)
  if (found !== undefined) does(found, model, life)
}
const mayAmend = (model: Model, at: number) =>
  model.versions.length < mostVersions &&
  let_(model, at, isBinding) &&
  !model.versions.some(({ amends, state }) => amends === at && (state === 'draft' || state === 'sent'))

type Make = (at: number, who: number, flag: boolean) => Act
const acts: readonly { weight: number; make: Make }[] = [
  {
    weight: 2,
    make: () => ({
      name: 'draft',
      may: ({ versions }) => versions.length < mostVersions,
      does: ({ versions }) => void versions.push(newVersion(null)),
      real: (life) => life.draft(),
    }),
  },
  {
    weight: 2,
    make: (at) => ({
      name: `amend ${at}`,
      may: (model) => mayAmend(model, at),
      does: ({ versions }) => void versions.push(newVersion(at)),
      real: (life) => life.amend(at),
    }),
  },
  {
    weight: 4,
    make: (at) => ({
      name: `send ${at}`,
      may: (model) => let_(model, at, ({ state }) => state === 'draft'),
      does: on(at, (it, { now }) => {
        it.state = 'sent'
        it.sentAt = now
      }),
      real: (life) => life.send(at),
    }),
  },
  {
    weight: 16,
    make: (at, who, wrong) => ({
      name: `sign ${at} for ${who}`,
      may: (model) => let_(model, at, (it) => maySign(it, who)),
      does: on(at, (it, model) => sign(model, it, who)),
      real: async (life) => {
        if (wrong) expect(await life.sign(at, who, false), 'another text').toBe(false)
        return life.sign(at, who, true)
      },
    }),
  },
  {
    weight: 3,
    make: (at, who) => ({
      name: `decline ${at} for ${who}`,
      may: (model) => let_(model, at, (it) => isOpen(it) && !it.signed.has(who)),
      does: () => undefined,
      real: (life) => life.decline(at, who),
    }),
  },
  ...(['needed', 'yes', 'no'] as const).map((said) => ({
    weight: 1,
    make: ((at, who) => ({
      name: `council of ${who} in ${at}: ${said}`,
      may: (model) =>
        let_(
          model,
          at,
          (it) => it.state !== 'ended' && it.state !== 'lapsed' && !it.signed.has(who) && (said === 'needed' || it.councils.has(who)),
        ),
      does: on(at, (it) => void it.councils.set(who, said)),
      real: (life) => life.council(at, who, said),
    })) as Make,
  })),
  {
    weight: 4,
    make: (at, who) => ({
      name: `record paper ${at} for ${who}`,
      may: (model) => let_(model, at, (it) => maySign(it, who) && !it.waiting.has(who)),
      does: on(at, (it) => void it.waiting.add(who)),
      real: (life) => life.record(at, who),
    }),
  },
  {
    weight: 4,
    make: (at, who, bySame) => ({
      name: `confirm paper ${at} for ${who}${bySame ? ' by the same' : ''}`,
      may: (model) => !bySame && let_(model, at, (it) => maySign(it, who) && it.waiting.has(who)),
      does: on(at, (it, model) => sign(model, it, who)),
      real: (life) => life.confirm(at, who, bySame),
    }),
  },
  {
    weight: 2,
    make: (at, who) => ({
      name: `withdraw ${at} for ${who}`,
      may: (model) => let_(model, at, (it) => isOpen(it) && it.signed.has(who) && !it.leaving.has(who) && !it.left.has(who)),
      does: on(at, (it, { now }, { notice }) => void it.leaving.set(who, now + notice * day)),
      real: (life) => life.withdraw(at, who),
    }),
  },
  {
    weight: 1,
    make: (at, who) => ({
      name: `revoke ${at} for ${who}`,
      may: (model) => let_(model, at, (it) => isOpen(it) && it.leaving.has(who)),
      does: on(at, (it) => void it.leaving.delete(who)),
      real: (life) => life.revoke(at, who),
    }),
  },
  {
    weight: 1,
    make: (at) => ({
      name: `suspend ${at}`,
      may: (model) => let_(model, at, ({ state }) => state === 'in-force'),
      does: on(at, (it) => {
        it.state = 'suspended'
      }),
      real: (life) => life.suspend(at),
    }),
  },
  {
    weight: 1,
    make: (at) => ({
      name: `resume ${at}`,
      may: (model) => let_(model, at, ({ state }) => state === 'suspended'),
      does: on(at, (it) => {
        it.state = 'in-force'
      }),
      real: (life) => life.resume(at),
    }),
  },
  {
    weight: 1,
    make: (at) => ({
      name: `end ${at}`,
      may: (model) => let_(model, at, isBinding),
      does: on(at, (it) => {
        it.state = 'ended'
      }),
      real: (life) => life.terminate(at),
    }),
  },
  ...ticks.map((days) => ({
    weight: 1,
    make: (() => ({
      name: `${days} days pass`,
      may: () => true,
      does: (model) => pass(model, days),
      real: (life) => life.tick(days),
    })) as Make,
  })),
]

const command = fc.oneof(
  ...acts.map(({ weight, make }) => ({
    weight,
    arbitrary: fc.tuple(version, place, fc.boolean()).map((given) => new Command(make(...given))),
  })),
)

const made = (name: string, ...given: Parameters<Make>): Command => {
  const act = acts.map(({ make }) => make(...given)).find((one) => one.name.startsWith(name))
  if (act === undefined) throw new Error(`there is no act ${name}`)
  return new Command(act)
}

/** A version that most sign, in any order: without it hardly any sequence gets as far as two of them in force. */
const signing = fc
  .tuple(version, fc.shuffledSubarray([...places], { minLength: 3 }))
  .map(([at, who]) => [made('send', at, 0, false), ...who.map((one) => made('sign', at, one, false))])
const beginning = fc
  .tuple(version, fc.boolean())
  .map(([at, amends]) => [amends ? made('amend', at, 0, false) : made('draft', at, 0, false)])
const some = fc.oneof(
  { weight: 12, arbitrary: command.map((one) => [one]) },
  { weight: 2, arbitrary: signing },
  { weight: 1, arbitrary: beginning },
)

/** Sequences of acts on a protocol, most of them on its first versions. */
export const lives = (maxLength: number) =>
  fc.array(some, { minLength: 1, maxLength, size: 'max' }).map((parts) => [made('draft', 0, 0, false), ...parts.flat()])

/** Plays a sequence against the model and the real thing; says how often a version came into force. */
export const play = async (life: Life, commands: readonly fc.AsyncCommand<Model, Life>[]): Promise<number> => {
  const model = emptyModel()
  for (const next of commands) await next.run(model, life)
  return model.entries
}
