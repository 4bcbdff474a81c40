import { Banner, Button, useAnnounce, useFormats, useTexts } from '@mreza/ui'
import { useEffect, useRef } from 'react'
import { tryNow, useAwaySince } from '../../api/connection.ts'
import styles from './connection-banner.module.css'

/** Says calmly that nothing answers, that what was typed stays, and that it is being tried again. */
export const ConnectionBanner = () => {
  const t = useTexts('shell')
  const formats = useFormats()
  const announce = useAnnounce()
  const since = useAwaySince()
  const wasAway = useRef(false)
  useEffect(() => {
    if (since === null && wasAway.current) announce(t('connection.back'))
    wasAway.current = since !== null
  }, [since, announce, t])
  if (since === null) return null
  return (
    <div className={styles.place}>
      <Banner
        action={
          <Button kind="link" onPress={() => void tryNow()}>
            {t('connection.retry')}
          </Button>
        }
      >
        <strong>{t('connection.away', { time: formats.time(since) })}</strong> {t('connection.away.more')}
      </Banner>
    </div>
  )
}
