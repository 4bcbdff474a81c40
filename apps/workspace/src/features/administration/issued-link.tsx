import type { IssuedInvitation } from '@mreza/contracts-identity'
import { Button, TextField, useAnnounce, useFormats, useTexts } from '@mreza/ui'
import { useState } from 'react'
import styles from './administration.module.css'

/** Where the invited person goes; the secret stands after `#`, so that no server and no log sees it. */
const addressOf = (token: string) => `${window.location.origin}/invitation#${token}`

/** The link of an invitation, to be copied now and never again (ID10). It is the inviter's to carry: there is no mail. */
export const IssuedLink = ({ issued, name }: { issued: IssuedInvitation; name: string }) => {
  const t = useTexts('administration')
  const formats = useFormats()
  const announce = useAnnounce()
  const [outcome, setOutcome] = useState<'link.copied' | 'link.notCopied'>()
  const link = addressOf(issued.token)
  const copy = async () => {
    const how = await navigator.clipboard.writeText(link).then(
      () => 'link.copied' as const,
      () => 'link.notCopied' as const,
    )
    setOutcome(how)
    announce(t(how))
  }
  return (
    <div className={styles.link}>
      <p className={styles.carry}>{t('link.carry', { name })}</p>
      <TextField
        label={t('link.label')}
        hint={t('link.until', { date: formats.dateAfterPreposition(issued.expiresAt) })}
        value={link}
        isReadOnly
        onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
      />
      <Button kind="primary" onPress={() => void copy()}>
        {t(outcome === 'link.copied' ? 'link.copyAgain' : 'link.copy')}
      </Button>
      {outcome && <p className="second">{t(outcome)}</p>}
    </div>
  )
}
