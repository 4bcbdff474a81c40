import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

const blockAfter = (start: string) => {
  const from = css.indexOf('{', css.indexOf(start))
  const block = css.slice(from, css.indexOf('}', from))
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[\da-f]{6})/g)].map(([, name, value]) => [name, value ?? '']))
}

const light = blockAfter(":root,\n[data-theme='light']")
const dark = blockAfter("\n[data-theme='dark'] {")
const automatic = blockAfter(':root:not([data-theme])')

const channel = (value: number) => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (a: string, b: string) => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const sheets = ['paper', 'paper-shade', 'surface']
const states = ['broken', 'soon', 'ontime', 'paused', 'done']
const institutions = Array.from({ length: 12 }, (_, at) => `inst-${at + 1}`)

/** What stands on what, and the least contrast between them. */
const pairs: readonly (readonly [string, readonly string[], number])[] = [
  ['ink', [...sheets, 'paper-deep', 'accent-wash', 'mark'], 7],
  ['ink-2', [...sheets, 'paper-deep', 'accent-wash', 'mark'], 7],
  ['ink-3', [...sheets, 'paper-deep', 'accent-wash'], 4.5],
  ['accent', [...sheets, 'accent-wash', 'paper-deep'], 4.5],
  ['accent-strong', [...sheets, 'accent-wash', 'paper-deep'], 4.5],
  ['on-accent', ['accent', 'accent-strong'], 4.5],
  ['line-strong', sheets, 3],
  ['focus', [...sheets, 'accent-wash'], 3],
  ...states.flatMap((state) => [
    [`${state}-ink`, [...sheets, `${state}-wash`], state === 'paused' ? 4.5 : 7] as const,
    [`${state}-fill`, [...sheets, `${state}-wash`], 3] as const,
    [`${state}-on`, [`${state}-fill`], 4.5] as const,
  ]),
  ...institutions.flatMap((name) => [[name, sheets, 4.5] as const, ['on-inst', [name], 4.5] as const]),
]

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_name, theme) => {
  it.each(pairs)('%s can be read on %j', (text, grounds, least) => {
    for (const ground of grounds)
      expect(contrast(theme[text] ?? '', theme[ground] ?? ''), `${text} on ${ground}`).toBeGreaterThanOrEqual(least)
  })
})

it('the dark theme that follows the system is the one that is chosen', () => expect(automatic).toEqual(dark))
