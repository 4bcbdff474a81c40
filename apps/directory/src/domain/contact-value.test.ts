import { expect, it } from 'vitest'
import { mustBeUsable } from './contact-value.ts'

it.each([
  ['telephone', '+381 18 123 456'],
  ['telephone', '112'],
  ['mobile', '063/123-4567'],
  ['email', 'dezurstvo@example.rs'],
  ['web', 'https://example.rs/kontakt'],
  ['address', 'Bulevar 1, 18000 Niš'],
] as const)('DI7: a %s such as %s can be tried', (kind, value) => {
  expect(() => mustBeUsable(kind, value)).not.toThrow()
})

it.each([
  ['telephone', 'call me', 'contact-not-a-telephone'],
  ['mobile', '((((((', 'contact-not-a-telephone'],
  ['email', 'dezurstvo at example.rs', 'invalid-input'],
  ['web', 'javascript:alert(1)', 'invalid-input'],
] as const)('DI7: a %s such as %s is refused, naming the field', (kind, value, code) => {
  expect(() => mustBeUsable(kind, value)).toThrow(expect.objectContaining({ code, field: 'value' }))
})
