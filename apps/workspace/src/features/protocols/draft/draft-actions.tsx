import type { AgreementDetail } from '@mreza/contracts-agreements'
import { Button, useTexts } from '@mreza/ui'
import { useState } from 'react'
import { draftLacks } from './parties-choice.ts'
import { PartiesDialog } from './parties-dialog.tsx'
import { SendDialog } from './send-dialog.tsx'

/** What the coordinator does with a draft: other parties, or on to signing once nothing is lacking (AG2). */
export const DraftActions = ({ agreement }: { agreement: AgreementDetail }) => {
  const t = useTexts('protocols')
  const [asking, setAsking] = useState<'parties' | 'send' | null>(null)
  const close = () => setAsking(null)
  const lacks = draftLacks(
    agreement.content,
    agreement.parties.map(({ sector }) => sector),
  )
  const mayBeSent = lacks.sectors.length === 0 && lacks.parties === 0
  return (
    <>
      {agreement.state === 'draft' && (
        <Button kind={mayBeSent ? 'secondary' : 'primary'} onPress={() => setAsking('parties')}>
          {t('parties.change')}
        </Button>
      )}
      <Button kind={mayBeSent ? 'primary' : 'secondary'} isDisabled={!mayBeSent} onPress={() => setAsking('send')}>
        {t('send')}
      </Button>
      {asking === 'parties' && <PartiesDialog agreement={agreement} onClose={close} />}
      {asking === 'send' && <SendDialog agreement={agreement} onClose={close} />}
    </>
  )
}
