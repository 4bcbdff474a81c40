import type { AgreementDetail } from '@mreza/contracts-agreements'
import { Button, Menu, MenuItem, MenuTrigger, useTexts } from '@mreza/ui'
import { lazy, Suspense, useState } from 'react'
import { useMe } from '../../../api/session.ts'
import { actsOf, type LifeAct } from './life-acts.ts'

const LifeDialog = lazy(() => import('./life-dialog.tsx').then((module) => ({ default: module.LifeDialog })))

/** What else the reader may do with the agreement, behind one button; nothing where there is nothing. The questions are fetched when first asked. */
export const LifeMenu = ({ agreement }: { agreement: AgreementDetail }) => {
  const t = useTexts('protocols')
  const { subject } = useMe()
  const [asking, setAsking] = useState<LifeAct | null>(null)
  const acts = actsOf(agreement, subject)
  return (
    <>
      {acts.length > 0 && (
        <MenuTrigger>
          <Button>{t('act.more')}</Button>
          <Menu onAction={(act) => setAsking(act as LifeAct)}>
            {acts.map((act) => (
              <MenuItem key={act} id={act}>
                {t(`act.${act}`)}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      )}
      {asking !== null && (
        <Suspense fallback={null}>
          <LifeDialog agreement={agreement} act={asking} onClose={() => setAsking(null)} />
        </Suspense>
      )}
    </>
  )
}
