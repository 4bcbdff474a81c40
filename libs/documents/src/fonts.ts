import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const resolve = createRequire(import.meta.url).resolve
const folderOf = (name: string) => dirname(resolve(`${name}/package.json`))

const styles = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic']
const families = [
  { folder: folderOf('@expo-google-fonts/source-serif-4'), file: 'SourceSerif4' },
  { folder: folderOf('@expo-google-fonts/source-sans-3'), file: 'SourceSans3' },
]

/** The faces of documents, whole: both scripts, with the Serbian forms of italics. */
export const readFonts = (): Buffer[] =>
  families.flatMap(({ folder, file }) => styles.map((style) => readFileSync(join(folder, style, `${file}_${style}.ttf`))))
