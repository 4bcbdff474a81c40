import type { Block, PrintedDocument, Said } from '@mreza/documents'
import type { PrintedVersion } from './printed-version.ts'
import { type Saying, unbroken } from './saying.ts'

/** 1 is the size of print for institutions; large print has prose of 16 points and tables of 14, the person's no letter under 16. */
export const scales = { usual: 1, large: 1.4, person: 1.22, personLarge: 1.78 } as const

const groupsOf = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? hash

/** The first and the last lines of what institutions read: which version this is, who printed it, and its fingerprint. */
export const institutionFrame = (version: PrintedVersion, saying: Saying): Pick<PrintedDocument, 'head' | 'footer' | 'keywords'> => {
  const { t, frame, person, formats } = saying
  const approved = unbroken(formats.dateAfterPreposition(version.at))
  const printed = { date: unbroken(formats.dateAfterPreposition(version.printedAt)), time: formats.time(version.printedAt) }
  const foot = frame(t('foot.version', { number: version.number, date: approved }))
  return {
    head: [
      ...(version.code === null ? [] : [frame(unbroken(version.code))]),
      frame(t('head.version', { number: version.number, date: approved })),
      frame(t('head.printed', { person: person(version.printedBy).text, ...printed })),
      frame(t('head.confidential')),
    ],
    footer: {
      lines: [foot, frame(t('foot.fingerprint', { hash: groupsOf(version.hash) }))],
      pages: pagesOf(saying),
    },
    keywords: [version.hash],
  }
}

/** *page 1 of 3*, with the numbers left to the typesetter. */
export const pagesOf = ({ t }: Saying): string => t('foot.pages', { page: '{{page}}', pages: '{{pages}}' })

/** A part, or nothing where nothing stands in it. */
export const part = (title: Said, blocks: readonly Block[]): Block[] => (blocks.length === 0 ? [] : [{ kind: 'part', title, blocks }])

/** That rooms are not in this copy: their names and nothing else of them. */
export const withheldPart = (
  { withheld }: PrintedVersion,
  { t, frame }: Saying,
  sentence: 'withheld' | 'withheld.institution' = 'withheld',
): Block[] => {
  const rooms = withheld.map((room) => t(sentence, { room: t(`room.${room}`) })).join('\n')
  return withheld.length === 0 ? [] : part(frame(t('part.withheld')), [{ kind: 'closed', words: frame(rooms) }])
}
