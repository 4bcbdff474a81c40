import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

const read = (file: string) => {
  const { config } = ts.readConfigFile(file, ts.sys.readFile)
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(file), undefined, file)
}

/** What a program may add for itself without judging the sources otherwise. */
const own = new Set(['configFilePath', 'allowJs', 'checkJs', 'incremental', 'tsBuildInfoFile', 'types'])

const judging = (options: ts.CompilerOptions) => Object.fromEntries(Object.entries(options).filter(([name]) => !own.has(name)))

const programs = ['tsconfig.server.json', 'tsconfig.browser.json'].map((file) => {
  const { fileNames, options } = read(join(root, file))
  return { files: new Set(fileNames), options: judging(options) }
})

const projects = globSync(['{apps,libs}/*/tsconfig.json', 'libs/contracts/*/tsconfig.json', '{protocols,tools,tests}/tsconfig.json'], {
  cwd: root,
})

test('there are projects', () => expect(projects.length).toBeGreaterThan(25))

test.each(projects)('%s: one of the two programs of "npm test" judges all its files as strictly', (project) => {
  const { fileNames, options } = read(join(root, project))
  const program = programs.find(({ files }) => files.has(fileNames[0] ?? ''))
  expect(fileNames.filter((file) => !program?.files.has(file))).toEqual([])
  expect(program?.options).toEqual(judging(options))
})
