import { describe, expect, it } from 'vitest'
import { isAmongWorst } from './worst-passwords.ts'

describe('ID2 the worst passwords', () => {
  it.each([
    'password1234',
    'P@ssword-2026',
    'Lozinka!!1234',
    '123456789012',
    'abcdefghijkl',
    'aaaabbbbcccc',
    'qwertyqwerty',
    'partizanpartizan',
    'Partizan#1945',
  ])('%s is one', (password) => expect(isAmongWorst(password, 'ana@swc.rs')).toBe(true))
  it.each(['zeleni čamac na Nišavi 7', 'correct horse battery', 'lozinka kao nijedna druga', 'k7#vQp2!mZx9', 'јабука и крушка 3'])(
    '%s is none',
    (password) => expect(isAmongWorst(password, 'ana@swc.rs')).toBe(false),
  )
  it('the address itself and the name in it are', () => {
    expect(isAmongWorst('petar.petrovic@swc.rs', 'petar.petrovic@swc.rs')).toBe(true)
    expect(isAmongWorst('PetarPetrovic2026', 'petar.petrovic@swc.rs')).toBe(true)
  })
})
