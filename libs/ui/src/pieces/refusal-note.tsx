import type { RefusalShape } from '@mreza/contracts-kernel'
import { textForCode } from '@mreza/i18n'
import { Icon } from '../icons/icon.tsx'
import { useLanguage, useTexts } from '../language.tsx'
import styles from './refusal-note.module.css'

/** The sentence of a refusal in the reader's language; an unknown code gets the sentence of `unexpected`. */
export const useRefusalSentence = () => {
  const language = useLanguage()
  const t = useTexts('refusals')
  return (refusal: RefusalShape): string =>
    textForCode(language, 'refusals', `refusal.${refusal.code}`, refusal.params) ?? t('refusal.unexpected')
}

/** A refusal where it arose: what happened and what to do. Never a toast. Nothing when there is none. */
export const RefusalNote = ({ refusal }: { refusal: RefusalShape | null | undefined }) => {
  const sentence = useRefusalSentence()
  if (!refusal) return null
  return (
    <p className={styles.refusal} role="alert">
      <Icon name="cross" />
      <span>{sentence(refusal)}</span>
    </p>
  )
}
