import { basename, dirname, join } from 'node:path'
import { build, type Plugin } from 'vite'

const threadFile = /new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/gu

/** Threads are started from files beside the one that starts them; here too, as files of their own. */
const threadsBeside = (): Plugin => ({
  name: 'threads-beside',
  enforce: 'pre',
  transform(code, id) {
    const threads = [...code.matchAll(threadFile)]
    for (const [, name = ''] of threads) this.emitFile({ type: 'chunk', id: join(dirname(id), `${name}.ts`), fileName: `${name}.mjs` })
    return threads.length === 0 ? null : code.replace(threadFile, "new URL('./$1.mjs', import.meta.url)")
  },
})

/** What stays as it is and is found in `node_modules`: what prints holds machine code, fonts and templates, and is loaded with the first print. */
const apart = ['@mreza/documents', '@myriaddreamin/typst-ts-node-compiler']

/**
 * Makes one file of a program and all that it imports, with its threads and what it loads late beside it: a process that runs it
 * needs no TypeScript, reads a few files instead of eight hundred, and holds a third of the code in memory (0047). Names stay whole.
 * @param folder where it goes; within the tree, for what stays apart is found from there
 * @returns the path of the file
 */
export const packService = async (program: string, folder: string): Promise<string> => {
  const file = `${basename(program, '.ts')}.mjs`
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [threadsBeside()],
    ssr: { noExternal: true },
    build: {
      ssr: program,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        external: apart,
        output: {
          entryFileNames: file,
          chunkFileNames: 'parts/[name]-[hash].mjs',
          minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  })
  return join(folder, file)
}
