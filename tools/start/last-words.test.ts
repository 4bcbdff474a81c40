import { expect, test } from 'vitest'
import { LastWords } from './last-words.ts'

test('errors of the log and what is no log at all are told; the rest is not', () => {
  const words = new LastWords()
  words.hear('{"level":30,"msg":"fine"}')
  words.hear('{"level":60,"msg":"cannot start","err":{"message":"the database is away"}}')
  words.hear('SyntaxError: Unexpected token')
  expect(words.errors()).toBe('cannot start: the database is away\nSyntaxError: Unexpected token')
})
