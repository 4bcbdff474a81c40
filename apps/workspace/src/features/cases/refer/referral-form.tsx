import { zodResolver } from '@hookform/resolvers/zod'
import { Button, ButtonRow, buttonClass, HangingSection, RefusalNote, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { type DefaultValues, FormProvider, useForm } from 'react-hook-form'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import styles from '../cases.module.css'
import { AgeGroupField, IndicatorsField, PriorityField } from './choices.tsx'
import { type Draft, emptyDraft, type ReferralToSend, referralInput } from './draft.ts'
import { IdentityBlock } from './identity-block.tsx'
import { ReceiverField } from './receiver-field.tsx'
import { ReferralText } from './referral-text.tsx'
import { useSendReferral } from './use-send-referral.ts'

const toFirstWrong = (form: HTMLFormElement | null) =>
  requestAnimationFrame(() => form?.querySelector('[data-invalid]')?.querySelector<HTMLElement>('input, textarea, button')?.focus())

const Story = () => {
  const t = useTexts('cases')
  return (
    <>
      <HangingSection title={t('refer.about')}>
        <AgeGroupField />
        <IndicatorsField />
      </HangingSection>
      <HangingSection title={t('refer.story')}>
        <ReferralText name="content.whatHappened" label={t('refer.whatHappened')} hint={t('refer.whatHappened.hint')} rows={6} />
        <ReferralText name="content.immediateSafety" label={t('refer.safety')} hint={t('refer.safety.hint')} rows={3} optional />
        <ReferralText name="content.wishes" label={t('refer.wishes')} hint={t('refer.wishes.hint')} rows={3} optional />
      </HangingSection>
      <HangingSection title={t('refer.identity')}>
        <IdentityBlock />
      </HangingSection>
    </>
  )
}

/** The referral: whom, how urgent, what was seen, and who it is about, sealed. */
export const ReferralForm = () => {
  const t = useTexts('cases')
  const form = useForm<Draft, unknown, ReferralToSend>({
    resolver: zodResolver(referralInput),
    defaultValues: emptyDraft as DefaultValues<Draft>,
    shouldFocusError: false,
  })
  const element = useRef<HTMLFormElement>(null)
  const { send, isPending, error } = useSendReferral(form.setError)
  const wrong = Object.keys(form.formState.errors).length > 0
  return (
    <FormProvider {...form}>
      <form ref={element} noValidate className={styles.form} onSubmit={form.handleSubmit(send, () => toFirstWrong(element.current))}>
        <HangingSection title={t('refer.to')}>
          <ReceiverField />
        </HangingSection>
        <HangingSection title={t('refer.urgency')} summary={t('refer.urgency.law')}>
          <PriorityField />
          <ReferralText name="content.priorityReason" label={t('refer.priorityReason')} rows={2} />
        </HangingSection>
        <Story />
        {wrong && <p className={styles.wrong}>{t('form.missing')}</p>}
        {!wrong && error !== null && (
          <div className={styles.note}>
            <RefusalNote refusal={refusalIfAny(error)} />
          </div>
        )}
        <ButtonRow>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('refer.send')}
          </Button>
          <Link to="/cases" className={buttonClass('link')}>
            {t('refer.leave')}
          </Link>
        </ButtonRow>
      </form>
    </FormProvider>
  )
}
