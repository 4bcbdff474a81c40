import type { AgreementDetail } from '@mreza/contracts-agreements'
import { Button, useTexts } from '@mreza/ui'
import { useState } from 'react'
import { DeclineDialog } from './decline-dialog.tsx'
import { SignDialog } from './sign-dialog.tsx'
import type { WhatFollowsFromDeclining } from './what-follows.tsx'

/** What the head of a party does: signs, or declines with a reason; who declined may still sign (AG7). */
export const SigningActions = ({
  agreement,
  hasDeclined,
  onDeclined,
}: {
  agreement: AgreementDetail
  hasDeclined: boolean
  onDeclined: (follows: WhatFollowsFromDeclining | null) => void
}) => {
  const t = useTexts('protocols')
  const [asking, setAsking] = useState<'sign' | 'decline' | null>(null)
  const close = () => setAsking(null)
  return (
    <>
      {!hasDeclined && (
        <Button kind="link" onPress={() => setAsking('decline')}>
          {t('decline')}
        </Button>
      )}
      <Button kind="primary" onPress={() => setAsking('sign')}>
        {t('sign')}
      </Button>
      {asking === 'sign' && <SignDialog agreement={agreement} onClose={close} onSigned={() => onDeclined(null)} />}
      {asking === 'decline' && <DeclineDialog agreement={agreement} onClose={close} onDeclined={onDeclined} />}
    </>
  )
}
