import { Note, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import type { Beginning } from '../document-page.tsx'
import { usePlan } from '../plan-context.ts'
import { CommentForm } from './comment-form.tsx'
import styles from './panel.module.css'
import { usePutThread } from './use-put-thread.ts'
import { useWhere } from './use-where.ts'

/** The first words of a conversation about a passage. */
export const BeginThread = ({ beginning, onEnd }: { beginning: Beginning; onEnd: () => void }) => {
  const t = useTexts('plan')
  const { plan, rooms } = usePlan()
  const put = usePutThread()
  const where = useWhere()
  const room = rooms.get(beginning.room)
  const starting = useMutation(
    useApi().plans.startThread.mutationOptions({
      onSuccess: (thread) => {
        put(thread)
        onEnd()
      },
    }),
  )
  return (
    <Note label={t('comment.new')} current>
      {room !== undefined && <p className="label">{t('comment.at', { where: where(room, beginning.anchor.place) })}</p>}
      {beginning.anchor.from !== null && beginning.anchor.quote !== '' && <p className={styles.quote}>{beginning.anchor.quote}</p>}
      <CommentForm
        label={t('comment.text')}
        send={t('comment.send')}
        room={beginning.room}
        isPending={starting.isPending}
        refusal={refusalIfAny(starting.error)}
        onSend={(text, mentions) =>
          starting.mutate({ planId: plan.planId, room: beginning.room, anchor: beginning.anchor, text, mentions })
        }
        onCancel={onEnd}
      />
    </Note>
  )
}
