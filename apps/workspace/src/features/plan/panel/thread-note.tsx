import type { Comment, CommentThread } from '@mreza/contracts-plans'
import { Button, ButtonRow, Note, RefusalNote, useFormats, useNow, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { usePersonNames } from '../../conference/use-person-name.ts'
import { InstitutionChip } from '../document/institution-choice.tsx'
import { useEditing } from '../editor/editing-context.ts'
import { passageWords } from '../editor/text/passage-words.ts'
import { usePlan } from '../plan-context.ts'
import { CommentForm } from './comment-form.tsx'
import styles from './panel.module.css'
import { usePutThread } from './use-put-thread.ts'
import { useWhere } from './use-where.ts'

interface ThreadProps {
  readonly thread: CommentThread
}

const Words = ({ comment }: { comment: Comment }) => {
  const t = useTexts('plan')
  const formats = useFormats()
  const now = useNow()
  const nameOf = usePersonNames([comment.by, ...comment.mentions])
  const mentioned = comment.mentions.map(nameOf).filter((name) => name !== '')
  return (
    <>
      <p className={styles.who}>
        <InstitutionChip id={comment.institutionId} /> <span>{nameOf(comment.by)}</span>{' '}
        <time className="label" dateTime={comment.at}>
          {formats.dayAndTime(comment.at, now)}
        </time>
        {comment.changedAt !== null && <span className="label"> {t('comment.changed')}</span>}
      </p>
      <p className={styles.words}>{comment.text}</p>
      {mentioned.length > 0 && <p className="label">{t('comment.for', { names: formats.list(mentioned) })}</p>}
    </>
  )
}

const Own = ({ comment, thread, onDone }: ThreadProps & { comment: Comment; onDone: () => void }) => {
  const t = useTexts('plan')
  const put = usePutThread()
  const changing = useMutation(
    useApi().plans.changeComment.mutationOptions({
      onSuccess: (changed) => {
        put(changed)
        onDone()
      },
    }),
  )
  return (
    <CommentForm
      label={t('comment.text')}
      send={t('comment.change.send')}
      room={thread.room}
      initial={comment.text}
      mayMention={false}
      isPending={changing.isPending}
      refusal={refusalIfAny(changing.error)}
      onSend={(text) => changing.mutate({ commentId: comment.id, text })}
      onCancel={onDone}
    />
  )
}

const Remark = ({ comment, thread }: ThreadProps & { comment: Comment }) => {
  const t = useTexts('plan')
  const { subject } = useMe()
  const [changing, setChanging] = useState(false)
  if (changing) return <Own comment={comment} thread={thread} onDone={() => setChanging(false)} />
  return (
    <div>
      <Words comment={comment} />
      {comment.by === subject.personId && (
        <div className={styles.pulled}>
          <Button kind="link" onPress={() => setChanging(true)}>
            {t('comment.change')}
          </Button>
        </div>
      )}
    </div>
  )
}

const Reply = ({ thread, onDone }: ThreadProps & { onDone: () => void }) => {
  const t = useTexts('plan')
  const put = usePutThread()
  const replying = useMutation(
    useApi().plans.replyInThread.mutationOptions({
      onSuccess: (changed) => {
        put(changed)
        onDone()
      },
    }),
  )
  return (
    <CommentForm
      label={t('comment.reply.text')}
      send={t('comment.reply.send')}
      room={thread.room}
      isPending={replying.isPending}
      refusal={refusalIfAny(replying.error)}
      onSend={(text, mentions) => replying.mutate({ threadId: thread.id, text, mentions })}
      onCancel={onDone}
    />
  )
}

const Resolving = ({ thread, children }: ThreadProps & { children: ReactNode }) => {
  const t = useTexts('plan')
  const put = usePutThread()
  const resolving = useMutation(useApi().plans.resolveThread.mutationOptions({ onSuccess: put }))
  const resolved = thread.resolved !== null
  return (
    <>
      <RefusalNote refusal={refusalIfAny(resolving.error)} />
      <ButtonRow>
        {children}
        <Button kind="link" isPending={resolving.isPending} onPress={() => resolving.mutate({ threadId: thread.id, resolved: !resolved })}>
          {t(resolved ? 'comment.reopen' : 'comment.resolve')}
        </Button>
      </ButtonRow>
    </>
  )
}

/** A conversation beside its passage: where, about which words, what was said, and what one can do with it. */
export const ThreadNote = ({ thread, current, onAway }: ThreadProps & { current: boolean; onAway: () => void }) => {
  const t = useTexts('plan')
  const { rooms } = usePlan()
  const { editors } = useEditing()
  const [replying, setReplying] = useState(false)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (current) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const room = rooms.get(thread.room)
  const where = useWhere()
  if (room === undefined) return null
  const place = where(room, thread.anchor.place)
  const mayComment = room.right === 'write' || room.right === 'comment'
  const quote = passageWords(room.doc, thread.anchor)
  const show = () => {
    onAway()
    editors.showThread(room, thread)
  }
  return (
    <div ref={ref}>
      <Note label={t('comment.label', { where: place })} current={current}>
        <p className="label">{t('comment.at', { where: place })}</p>
        {quote !== '' && <p className={styles.quote}>{quote}</p>}
        {thread.comments.map((comment) => (
          <Remark key={comment.id} comment={comment} thread={thread} />
        ))}
        {replying && <Reply thread={thread} onDone={() => setReplying(false)} />}
        {!replying && mayComment && (
          <Resolving thread={thread}>
            {thread.resolved === null && <Button onPress={() => setReplying(true)}>{t('comment.reply')}</Button>}
            <Button kind="link" onPress={show}>
              {t('note.show')}
            </Button>
          </Resolving>
        )}
      </Note>
    </div>
  )
}
