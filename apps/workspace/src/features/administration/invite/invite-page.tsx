import type { IssuedInvitation } from '@mreza/contracts-identity'
import { Button, buttonClass, HangingSection, Page, PageHead, useTexts } from '@mreza/ui'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import styles from '../administration.module.css'
import { IssuedLink } from '../issued-link.tsx'
import type { NetworkSearch } from '../network-search.ts'
import { InviteForm } from './invite-form.tsx'

interface Made {
  readonly issued: IssuedInvitation
  readonly name: string
}

/** Invites a person into an institution; the link is shown once, here. */
export const InvitePage = () => {
  const t = useTexts('administration')
  const { network } = useSearch({ strict: false }) as NetworkSearch
  const [made, setMade] = useState<Made | null>(null)
  const back = (
    <Link to="/administration" search={{ network }} className={buttonClass('link')}>
      {t('invite.back')}
    </Link>
  )
  return (
    <Page>
      <PageHead title={t('invite.title')} second={t('invite.lead')} actions={back} />
      {made === null ? (
        <InviteForm onMade={setMade} />
      ) : (
        <HangingSection title={t('link.title')} summary={t('link.once')}>
          <IssuedLink {...made} />
          <div className={styles.another}>
            <Button kind="link" onPress={() => setMade(null)}>
              {t('invite.another')}
            </Button>
          </div>
        </HangingSection>
      )}
    </Page>
  )
}
