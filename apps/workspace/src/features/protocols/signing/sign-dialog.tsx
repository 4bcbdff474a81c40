import type { AgreementDetail } from '@mreza/contracts-agreements'
import { Button, Checkbox, Dialog, DialogButtons, InOwnLanguage, RefusalNote, useAnnounce, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { Fingerprint } from '../agreement/fingerprint.tsx'
import { useInstitutionName } from '../party-institutions.ts'
import styles from '../protocols.module.css'
import { useAgreementChange } from '../use-agreement-change.ts'

const useSigning = (onSigned: () => void) => {
  const t = useTexts('protocols')
  const { agreements } = useApi()
  const changed = useAgreementChange()
  const announce = useAnnounce()
  return useMutation(
    agreements.signAgreement.mutationOptions({
      onSuccess: async () => {
        await changed()
        announce(t('sign.done'))
        onSigned()
      },
    }),
  )
}

const WhatIsSigned = ({ agreement, textHash }: { agreement: AgreementDetail; textHash: string }) => {
  const t = useTexts('protocols')
  return (
    <div className={styles.signed}>
      <p className="label">{t('sign.what')}</p>
      <p className="strong">
        <InOwnLanguage text={agreement.title} />
      </p>
      <p className="label">{t('fingerprint')}</p>
      <Fingerprint hash={textHash} />
    </div>
  )
}

/** Repeats what is signed and its fingerprint, and signs once the head says that the text was read (AG4, AG5). */
export const SignDialog = ({ agreement, onClose, onSigned }: { agreement: AgreementDetail; onClose: () => void; onSigned: () => void }) => {
  const t = useTexts('protocols')
  const ui = useTexts('ui')
  const institution = useInstitutionName(agreement.networkId)(useMe().subject.institutionId)
  // The hash of the text that stood there when the dialog opened: the one that was read.
  const [textHash] = useState(agreement.textHash)
  const [confirmed, setConfirmed] = useState(false)
  const [tried, setTried] = useState(false)
  const signing = useSigning(() => {
    onSigned()
    onClose()
  })
  const changed = useAgreementChange()
  // A refusal means that the agreement is not what was read: on leaving the question it is asked for again.
  const leave = () => {
    if (signing.isError) void changed()
    onClose()
  }
  const sign = () => {
    setTried(true)
    if (confirmed && textHash !== null) signing.mutate({ agreementId: agreement.id, textHash })
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && leave()}
      title={t('sign.question', { institution })}
      consequence={t('sign.consequence')}
    >
      {textHash !== null && <WhatIsSigned agreement={agreement} textHash={textHash} />}
      <Checkbox isSelected={confirmed} onChange={setConfirmed} isInvalid={tried && !confirmed}>
        {t('sign.confirm', { institution })}
      </Checkbox>
      {tried && !confirmed && (
        <p className={styles.wrong} role="alert">
          {t('sign.confirm.needed')}
        </p>
      )}
      <RefusalNote refusal={refusalIfAny(signing.error)} />
      <DialogButtons>
        <Button kind="primary" isPending={signing.isPending} onPress={sign}>
          {t('sign.act')}
        </Button>
        <Button onPress={leave}>{signing.isError ? t('sign.readAgain') : ui('dialog.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
