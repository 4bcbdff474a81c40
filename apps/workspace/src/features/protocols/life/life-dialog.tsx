import type { AgreementDetail } from '@mreza/contracts-agreements'
import { UploadDialog } from '../signing/upload-dialog.tsx'
import { WetInkDialog } from '../signing/wet-ink-dialog.tsx'
import { CouncilDialog } from './council-dialog.tsx'
import { DecidedDialog } from './decided-dialog.tsx'
import { DeputiesDialog } from './deputies-dialog.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import type { LifeAct } from './life-acts.ts'
import { OrderDialog } from './order-dialog.tsx'
import { AmendDialog, NegotiationDialog, ReviewDialog, ReviewedDialog, WithdrawDialog } from './reason-dialogs.tsx'

/** The question of one act. */
export const LifeDialog = ({ act, ...props }: { agreement: AgreementDetail; act: LifeAct; onClose: () => void }) => {
  switch (act) {
    case 'order':
      return <OrderDialog {...props} />
    case 'negotiate':
    case 'ready':
      return <NegotiationDialog {...props} act={act} />
    case 'upload':
      return <UploadDialog {...props} />
    case 'council':
      return <CouncilDialog {...props} />
    case 'deputies':
      return <DeputiesDialog {...props} />
    case 'paper':
      return <WetInkDialog {...props} />
    case 'invite':
      return <InviteDialog {...props} />
    case 'amend':
      return <AmendDialog {...props} />
    case 'review':
      return <ReviewDialog {...props} />
    case 'reviewed':
      return <ReviewedDialog {...props} />
    case 'suspend':
    case 'resume':
    case 'end':
      return <DecidedDialog {...props} act={act} />
    case 'withdraw':
    case 'stay':
      return <WithdrawDialog {...props} act={act} />
  }
}
