import type { Language } from '@mreza/contracts-kernel'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'
import { useChooseLanguage } from '../language-choice.tsx'

/** Changes the language of the page and keeps it with the account. */
export const useAccountLanguage = () => {
  const choose = useChooseLanguage()
  const keep = useMutation(useApi().identity.setLanguage.mutationOptions())
  return (language: Language) => {
    void choose(language)
    keep.mutate({ language })
  }
}
