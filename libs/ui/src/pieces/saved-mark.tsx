import type { Instant } from '@mreza/contracts-kernel'
import { Icon } from '../icons/icon.tsx'
import { useFormats, useTexts } from '../language.tsx'
import { Banner } from './banner.tsx'
import styles from './saved-mark.module.css'

/** Only these three: on its way, durable since, and cut off with what is kept here. Nothing that is only in memory is *saved*. */
export type Saving =
  | { readonly state: 'sending' }
  | { readonly state: 'saved'; readonly at: Instant }
  | { readonly state: 'offline'; readonly since: Instant; readonly kept: number }

/** Whether what was typed is durable. The banner of `offline` takes a line of its own. */
export const SavedMark = ({ saving }: { saving: Saving }) => {
  const t = useTexts('ui')
  const formats = useFormats()
  if (saving.state === 'offline') return <OfflineBanner {...saving} />
  return (
    <span className={styles.saved} data-state={saving.state}>
      <Icon name={saving.state === 'saved' ? 'check' : 'dashed-circle'} />
      {saving.state === 'saved' ? t('saved.at', { time: formats.timeWithSeconds(saving.at) }) : t('saved.sending')}
    </span>
  )
}

const OfflineBanner = ({ since, kept }: { since: Instant; kept: number }) => {
  const t = useTexts('ui')
  const formats = useFormats()
  return (
    <Banner>
      <strong>{t('saved.offline', { time: formats.time(since) })}</strong>{' '}
      {kept === 0 ? t('saved.offline.none') : t('saved.offline.kept', { count: kept })} {t('saved.offline.more')}
    </Banner>
  )
}
