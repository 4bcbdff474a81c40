/**
 * Writes `sr-Cyrl.json` of the named catalogues from their `sr-Latn.json`. Read the result: the word list of exceptions is short.
 * `node libs/i18n/write-cyrillic.ts today cases`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { sameInBothScripts } from './src/catalogue-exceptions.ts'
import { toCyrillic } from './src/transliterate.ts'

for (const namespace of process.argv.slice(2)) {
  const folder = new URL(`./src/catalogues/${namespace}/`, import.meta.url)
  const latin = JSON.parse(readFileSync(new URL('sr-Latn.json', folder), 'utf8')) as Record<string, string>
  const cyrillic = Object.fromEntries(
    Object.entries(latin).map(([key, text]) => [key, sameInBothScripts.includes(`${namespace}/${key}`) ? text : toCyrillic(text)]),
  )
  writeFileSync(new URL('sr-Cyrl.json', folder), `${JSON.stringify(cyrillic, null, 2)}\n`)
}
