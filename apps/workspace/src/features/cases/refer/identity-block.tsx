import { useTexts } from '@mreza/ui'
import { useId } from 'react'
import styles from '../cases.module.css'
import { BirthDateField } from './choices.tsx'
import { ReferralText } from './referral-text.tsx'

/** Who the person is: a part of its own that is sealed apart from the rest, and says so. */
export const IdentityBlock = () => {
  const t = useTexts('cases')
  const note = useId()
  return (
    <fieldset className={styles.sealed} aria-describedby={note}>
      <legend>{t('refer.identity.sealed')}</legend>
      <p className="second" id={note}>
        {t('refer.identity.note')}
      </p>
      <div className={styles.pair}>
        <ReferralText name="identity.givenName" label={t('identity.givenName')} hint={t('refer.identity.unknown')} />
        <ReferralText name="identity.familyName" label={t('identity.familyName')} />
      </div>
      <BirthDateField />
      <ReferralText name="identity.address" label={t('identity.address')} optional />
      <ReferralText name="identity.safeContact" label={t('identity.safeContact')} hint={t('refer.safeContact.hint')} optional />
    </fieldset>
  )
}
