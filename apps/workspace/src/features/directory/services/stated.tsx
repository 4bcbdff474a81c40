import { useTexts } from '@mreza/ui'

/** What the source says in its own words (English), or that it says nothing. */
export const Stated = ({ text }: { text: string | null }) => {
  const t = useTexts('directory')
  return text === null ? <span className="quiet">{t('notStated')}</span> : <span lang="en">{text}</span>
}
