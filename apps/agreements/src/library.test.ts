import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { protocolsFolder } from '@mreza/protocols'
import type { LogFields } from '@mreza/service'
import { expect, it } from 'vitest'
import { templateId } from './agreements-for-tests.ts'
import { readLibrary } from './library.ts'

it('AG1: a template that breaks its schema is left out alone, with its file, line and reason', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'templates-'))
  const said: { message: string; fields: LogFields | undefined }[] = []
  const write = (message: string, fields?: LogFields) => void said.push({ message, fields })
  const log = { info: write, warn: write, error: write, child: () => log }
  await cp(protocolsFolder, folder, { recursive: true, filter: (path) => !path.includes('node_modules') })
  const broken = join(folder, 'templates', 'broken-copy')
  await cp(join(folder, 'templates', templateId), broken, { recursive: true })
  const text = await readFile(join(broken, 'template.yaml'), 'utf8')
  await writeFile(join(broken, 'template.yaml'), text.replace('kind: protocol', 'kind: poem'))
  const all = await readLibrary(protocolsFolder, log)
  expect([...(await readLibrary(folder, log)).keys()].sort()).toEqual([...all.keys()].sort())
  expect(said).toContainEqual({
    message: 'a template is left out',
    fields: { file: join('templates', 'broken-copy', 'template.yaml'), line: expect.any(Number), path: 'kind', reason: expect.any(String) },
  })
  await rm(folder, { recursive: true })
})
