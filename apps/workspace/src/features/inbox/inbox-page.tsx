import type { Notification } from '@mreza/contracts-notifications'
import { wallTimeOf } from '@mreza/i18n'
import {
  Button,
  EmptyState,
  HangingSection,
  Page,
  PageHead,
  QuietLoading,
  RefusalNote,
  Row,
  Rows,
  useFormats,
  useNow,
  useTexts,
} from '@mreza/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'
import { refusalIfAny } from '../../api/refusal-of.ts'
import styles from './inbox.module.css'
import { NotificationSentence } from './notification-sentence.tsx'
import { useMarking } from './use-marking.ts'

const byDay = (notifications: readonly Notification[]): [string, Notification[]][] => {
  const days = new Map<string, Notification[]>()
  for (const one of notifications) {
    const { date } = wallTimeOf(one.at)
    days.set(date, [...(days.get(date) ?? []), one])
  }
  return [...days]
}

const NotificationRow = ({ notification, read }: { notification: Notification; read: () => void }) => {
  const t = useTexts('inbox')
  const formats = useFormats()
  const isNew = notification.readAt === null
  return (
    <Row
      title={<NotificationSentence notification={notification} onFollow={isNew ? read : () => undefined} />}
      second={isNew ? `${formats.time(notification.at)} · ${t('new')}` : formats.time(notification.at)}
      action={
        isNew && (
          <Button kind="link" onPress={read}>
            {t('mark.read')}
          </Button>
        )
      }
    />
  )
}

const Day = ({ day, notifications, read }: { day: string; notifications: readonly Notification[]; read: (id: string) => void }) => {
  const formats = useFormats()
  const now = useNow()
  return (
    <HangingSection title={<span className={styles.day}>{formats.relativeDay(day, now)}</span>} summary={formats.weekday(day)}>
      <Rows>
        {notifications.map((one) => (
          <NotificationRow key={one.id} notification={one} read={() => read(one.id)} />
        ))}
      </Rows>
    </HangingSection>
  )
}

const limit = 50

/** The last one seen, while there may be older ones. */
const nextCursor = ({ notifications }: { notifications: readonly Notification[] }) =>
  notifications.length < limit ? undefined : notifications.at(-1)?.id

/** What happened and concerns me, newest first; live. */
export const InboxPage = () => {
  const t = useTexts('inbox')
  const api = useApi()
  const pages = useInfiniteQuery(api.notifications.listInbox.infiniteQueryOptions({ limit }, { getNextPageParam: nextCursor }))
  const { markRead, markAllRead } = useMarking()
  const notifications = pages.data?.pages.flatMap((page) => page.notifications) ?? []
  const unread = pages.data?.pages[0]?.unread ?? 0
  return (
    <Page>
      <PageHead
        title={t('room.inbox.title')}
        second={t('unread', { count: unread })}
        actions={
          unread > 0 && (
            <Button isPending={markAllRead.isPending} onPress={() => markAllRead.mutate({})}>
              {t('mark.all.read')}
            </Button>
          )
        }
      />
      <RefusalNote refusal={refusalIfAny(pages.error ?? markRead.error ?? markAllRead.error)} />
      {pages.isPending && <QuietLoading />}
      {pages.isSuccess && notifications.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.why')}</EmptyState>}
      {byDay(notifications).map(([day, ofDay]) => (
        <Day key={day} day={day} notifications={ofDay} read={(id) => markRead.mutate({ ids: [id] })} />
      ))}
      {pages.hasNextPage && (
        <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </Page>
  )
}
