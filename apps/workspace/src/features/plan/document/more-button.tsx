import { Button, MenuTrigger, useTexts } from '@mreza/ui'
import type { ReactNode } from 'react'

/** The word that opens the menu of a card; the menu is made when it opens. */
export const MoreButton = ({ label, children }: { label: string; children: ReactNode }) => {
  const t = useTexts('plan')
  return (
    <MenuTrigger>
      <Button kind="link" aria-label={label}>
        {t('more')}
      </Button>
      {children}
    </MenuTrigger>
  )
}
