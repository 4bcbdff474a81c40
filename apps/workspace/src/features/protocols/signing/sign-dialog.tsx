import type { AgreementDetail } from '@mreza/contracts-agreements'
import { demoCode } from '@mreza/contracts-identity'
import { Button, Checkbox, Dialog, DialogButtons, InOwnLanguage, RefusalNote, TextField, useTexts } from '@mreza/ui'
import { type FormEvent, useState } from 'react'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { Fingerprint } from '../agreement/fingerprint.tsx'
import { useInstitutionName } from '../party-institutions.ts'
import styles from '../protocols.module.css'
import { useAgreementChange } from '../use-agreement-change.ts'
import { useConfirmedSigning } from './use-confirmed-signing.ts'

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

/** The decision by which a deputy signs, said once more before they do. */
const AsDeputy = ({ agreement }: { agreement: AgreementDetail }) => {
  const t = useTexts('protocols')
  const { subject } = useMe()
  if (subject.roles.includes('head')) return null
  const deputy = agreement.deputies.find(({ personId }) => personId === subject.personId)
  return deputy === undefined ? null : <p>{t('sign.asDeputy', { number: deputy.decision.number, body: deputy.decision.issuedBy })}</p>
}

interface ConfirmingProps {
  readonly password: string | null
  readonly missing: boolean
  readonly onChange: (password: string) => void
}

/** How the head shows that it is they: the password once more; a demo person is told that nothing is asked of them. */
const Confirming = ({ password, missing, onChange }: ConfirmingProps) => {
  const t = useTexts('protocols')
  if (password === null) return <p className="second">{t('sign.demo', { code: demoCode })}</p>
  return (
    <TextField
      label={t('sign.password')}
      hint={t('sign.password.why')}
      type="password"
      autoComplete="current-password"
      value={password}
      onChange={onChange}
      error={missing ? t('sign.password.needed') : undefined}
    />
  )
}

/** Repeats what is signed and its fingerprint, asks once more whether it is they, and signs once the head says that the text was read (AG4, AG5, AG21). */
export const SignDialog = ({ agreement, onClose, onSigned }: { agreement: AgreementDetail; onClose: () => void; onSigned: () => void }) => {
  const t = useTexts('protocols')
  const ui = useTexts('ui')
  const { subject } = useMe()
  const institution = useInstitutionName(agreement.networkId)(subject.institutionId)
  // The hash of the text that stood there when the dialog opened: the one that was read.
  const [textHash] = useState(agreement.textHash)
  const [confirmed, setConfirmed] = useState(false)
  const [password, setPassword] = useState(subject.assurance === 'demo' ? null : '')
  const [tried, setTried] = useState(false)
  const signing = useConfirmedSigning(() => {
    onSigned()
    onClose()
  })
  const refusal = refusalIfAny(signing.error)
  const isAboutText = refusal !== undefined && refusal?.code !== 'confirmation-not-right' && refusal?.code !== 'too-many-tries'
  const changed = useAgreementChange()
  // A refusal means that the agreement is not what was read: on leaving the question it is asked for again.
  const leave = () => {
    if (signing.isError) void changed()
    onClose()
  }
  const sign = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (confirmed && password !== '' && textHash !== null) signing.mutate({ agreementId: agreement.id, textHash, password })
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && leave()}
      title={t('sign.question', { institution })}
      consequence={t('sign.consequence')}
    >
      <form onSubmit={sign} className={styles.asking}>
        {textHash !== null && <WhatIsSigned agreement={agreement} textHash={textHash} />}
        <AsDeputy agreement={agreement} />
        <Checkbox isSelected={confirmed} onChange={setConfirmed} isInvalid={tried && !confirmed}>
          {t('sign.confirm', { institution })}
        </Checkbox>
        {tried && !confirmed && (
          <p className={styles.wrong} role="alert">
            {t('sign.confirm.needed')}
          </p>
        )}
        <Confirming password={password} missing={tried && password === ''} onChange={setPassword} />
        <RefusalNote refusal={refusal} />
        <DialogButtons>
          <Button type="submit" kind="primary" isPending={signing.isPending}>
            {t('sign.act')}
          </Button>
          <Button onPress={leave}>{signing.isError && isAboutText ? t('sign.readAgain') : ui('dialog.cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
