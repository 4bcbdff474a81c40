import type { IssuedInvitation } from '@mreza/contracts-identity'
import { Button, HangingSection, RefusalNote, TextField, useTexts } from '@mreza/ui'
import type { FormEvent } from 'react'
import styles from '../administration.module.css'
import { InstitutionField } from './institution-field.tsx'
import { RolesField } from './roles-field.tsx'
import { useInvite } from './use-invite.ts'
import { WhomFields } from './whom-fields.tsx'

/** Where, whom, as what; then the link. Nothing typed is lost when it is refused. */
export const InviteForm = ({ onMade }: { onMade: (made: { issued: IssuedInvitation; name: string }) => void }) => {
  const t = useTexts('administration')
  const invite = useInvite(onMade)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.send()
  }
  return (
    <form onSubmit={submit} noValidate>
      <HangingSection title={t('invite.where')} summary={t('invite.where.summary')}>
        <div className={styles.form}>
          <InstitutionField invite={invite} />
        </div>
      </HangingSection>
      <HangingSection title={t('invite.who')} summary={t('invite.who.summary')}>
        <div className={styles.form}>
          <WhomFields invite={invite} />
          <TextField
            label={t('invite.email')}
            hint={t('invite.email.hint')}
            type="email"
            autoComplete="off"
            value={invite.draft.email}
            onChange={(email) => invite.change({ email })}
            error={invite.errorOf('email')}
          />
        </div>
      </HangingSection>
      <HangingSection title={t('invite.as')} summary={t('invite.as.summary')}>
        <RolesField invite={invite} />
        <RefusalNote refusal={invite.refusal} />
        <Button type="submit" kind="primary" isPending={invite.isPending}>
          {t('invite.submit')}
        </Button>
      </HangingSection>
    </form>
  )
}
