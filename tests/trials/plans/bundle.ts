import { mkdir, mkdtemp } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { build, type Plugin } from 'vite'

const threadFile = /new URL\('(\.\/[\w-]+\.ts)', import\.meta\.url\)/gu

/** Threads are started from files beside the one that starts them; in the bundle too. */
const threadsBeside = (): Plugin => ({
  name: 'threads-beside',
  enforce: 'pre',
  transform(code, id) {
    for (const [, path = ''] of code.matchAll(threadFile))
      this.emitFile({ type: 'chunk', id: join(dirname(id), path), fileName: basename(path) })
    return null
  },
})

/** What holds machine code and cannot be put into a file with the rest. */
const native = ['@myriaddreamin/typst-ts-node-compiler']

/** Within the tree, so that what is not bundled is found from there. */
const bundles = join(import.meta.dirname, '..', '..', '..', '.mreza', 'cache')

/**
 * Makes one file of a program and all that it imports, in a folder of its own: a process that runs it starts in a quarter of the
 * time, so that hundreds can be killed. The path of that file.
 */
export const bundle = async (program: string): Promise<string> => {
  await mkdir(bundles, { recursive: true })
  const folder = await mkdtemp(join(bundles, 'trials-'))
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [threadsBeside()],
    ssr: { noExternal: true, external: native },
    build: { ssr: program, outDir: folder, minify: false, rolldownOptions: { output: { entryFileNames: 'program.mjs' } } },
  })
  return join(folder, 'program.mjs')
}
