import type { Template } from '@mreza/contracts-agreements'
import { useTexts } from '@mreza/ui'

/** How many are chosen, and how many its rule of entry into force asks for when they are fewer (AG2). */
export const PartiesSum = ({ template, count }: { template: Template; count: number }) => {
  const t = useTexts('protocols')
  const rule = template.entryIntoForce
  const wanted = rule.kind === 'at-least' ? rule.signatures : 0
  return (
    <p role="status">
      {count === 0 ? t('parties.needed') : t('parties.chosen', { count })} {count < wanted && t('parties.tooFew', { count: wanted })}
    </p>
  )
}
