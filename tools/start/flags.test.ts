import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFlags } from './flags.ts'

const root = '/somewhere'

test('nothing said means any free port, the usual folder, and what the installation was begun with', () => {
  expect(readFlags([], {}, root)).toEqual({
    port: undefined,
    dataFolder: join(root, '.mreza', 'data'),
    demo: undefined,
    separate: false,
    help: false,
  })
})

test('the command line wins over the environment', () => {
  const env = { PORT: '1', MREZA_DATA: '/env', MREZA_DEMO: '1' }
  expect(readFlags(['--port', '8080', '--data', '/line', '--no-demo', '--separate'], env, root)).toMatchObject({
    port: 8080,
    dataFolder: '/line',
    demo: false,
    separate: true,
  })
  expect(readFlags([], env, root)).toMatchObject({ port: 1, dataFolder: '/env', demo: true })
})

test.each(['0', '65536', '80.5', 'http', '-1'])('a port of %s is refused with a sentence', (port) => {
  expect(() => readFlags([`--port=${port}`], {}, root)).toThrow('is not a port')
})

test('an unknown word is refused with the list of known ones', () => {
  expect(() => readFlags(['--prot', '80'], {}, root)).toThrow('--port')
})
