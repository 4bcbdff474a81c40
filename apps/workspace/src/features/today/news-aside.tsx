import { AsideBlock, PlainRow, Rows, useFormats, useNow, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../api/api-context.tsx'
import { NotificationSentence } from '../inbox/notification-sentence.tsx'
import styles from './today.module.css'

const newest = 5

/** The last things that happened, as the inbox tells them. */
export const NewsAside = () => {
  const t = useTexts('today')
  const formats = useFormats()
  const now = useNow()
  const { data } = useQuery(useApi().notifications.listInbox.queryOptions({ limit: newest }))
  const news = data?.notifications ?? []
  return (
    <AsideBlock title={t('news')}>
      {news.length === 0 ? (
        <p className="second">{t('news.none')}</p>
      ) : (
        <Rows>
          {news.map((notification) => (
            <PlainRow key={notification.id}>
              <p>
                <NotificationSentence notification={notification} />
              </p>
              <p className="label">{formats.dayAndTime(notification.at, now)}</p>
            </PlainRow>
          ))}
        </Rows>
      )}
      <p className={styles.all}>
        <Link to="/inbox">{t('news.all')}</Link>
      </p>
    </AsideBlock>
  )
}
