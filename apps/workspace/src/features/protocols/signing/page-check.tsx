import { type AgreementDetail, canInAgreements, type Party } from '@mreza/contracts-agreements'
import { Button, ReasonDialog, RefusalNote, useFormats, useTexts } from '@mreza/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { useLifeChange } from '../life/use-life-change.ts'
import { giveFile } from '../paper/give-file.ts'
import styles from '../protocols.module.css'

const usePage = (agreementId: AgreementDetail['id'], wetInkId: NonNullable<Party['wetInk']>['id']) => {
  const { agreements } = useApi()
  const queryClient = useQueryClient()
  const options = agreements.readWetInkPage.queryOptions({ agreementId, wetInkId }, { staleTime: 0, gcTime: 0 })
  return useMutation({ mutationFn: () => queryClient.fetchQuery(options), onSuccess: giveFile })
}

/** A signature on paper that waits for a second person: what was recorded, the page, and the two answers (AG23). */
export const PageCheck = ({ agreement, party }: { agreement: AgreementDetail; party: Party }) => {
  const t = useTexts('protocols')
  const formats = useFormats()
  const { subject } = useMe()
  const { agreements } = useApi()
  const [rejecting, setRejecting] = useState(false)
  const { wetInk } = party
  const close = () => setRejecting(false)
  const follow = useLifeChange(close)
  const confirming = useMutation(agreements.confirmWetInk.mutationOptions(follow))
  const refusing = useMutation(agreements.rejectWetInk.mutationOptions(follow))
  const page = usePage(agreement.id, wetInk?.id as never)
  if (wetInk === null) return null
  const partyIds = agreement.parties.map(({ institutionId }) => institutionId)
  const may = canInAgreements(subject, 'agreement.confirm-wet-ink', { networkId: agreement.networkId, partyIds })
  const isMine = wetInk.recordedBy === subject.personId
  const wish = { agreementId: agreement.id, wetInkId: wetInk.id }
  return (
    <div className={styles.check}>
      <p>{t('paper.waits', { name: wetInk.signerName, function: wetInk.signerFunction, date: formats.shortDate(wetInk.signedOn) })}</p>
      {isMine && <p className="label">{t('paper.mine')}</p>}
      <div className={styles.paperButtons}>
        <Button isPending={page.isPending} onPress={() => page.mutate()}>
          {t('paper.see')}
        </Button>
        {may && !isMine && (
          <>
            <Button kind="primary" isPending={confirming.isPending} onPress={() => confirming.mutate(wish)}>
              {t('paper.confirm')}
            </Button>
            <Button kind="link" onPress={() => setRejecting(true)}>
              {t('paper.reject')}
            </Button>
          </>
        )}
      </div>
      <RefusalNote refusal={refusalIfAny(page.error ?? confirming.error)} />
      <ReasonDialog
        isOpen={rejecting}
        destructive
        onOpenChange={setRejecting}
        title={t('paper.reject.question')}
        consequence={t('paper.reject.consequence')}
        confirm={t('paper.reject.act')}
        isPending={refusing.isPending}
        refusal={refusalIfAny(refusing.error)}
        onConfirm={(reason) => refusing.mutate({ ...wish, reason })}
      />
    </div>
  )
}
