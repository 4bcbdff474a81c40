import { useTexts } from '@mreza/ui'

/** The script in which a text was typed decides its letterforms, whatever the page is in. */
export const scriptOf = (text: string): 'sr-Cyrl' | 'sr-Latn' => (/\p{Script=Cyrillic}/u.test(text) ? 'sr-Cyrl' : 'sr-Latn')

const quoted = /^\s*[„“"‚]/u

/** What the person wishes, in their own words, never edited; or that nobody has written it down. */
export const OwnWords = ({ words }: { words: string | null }) => {
  const t = useTexts('cases')
  if (words === null) return <p className="second">{t('file.wishes.none')}</p>
  return (
    <>
      <blockquote className="own-words own-words-small" lang={scriptOf(words)}>
        {quoted.test(words) ? words : t('file.quote', { words })}
      </blockquote>
      <p className="label">{t('file.wishes.whose')}</p>
    </>
  )
}
