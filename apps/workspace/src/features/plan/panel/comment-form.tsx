import type { PersonId, RefusalShape } from '@mreza/contracts-kernel'
import type { PlanRoom } from '@mreza/contracts-plans'
import { Button, ButtonRow, ComboBox, RefusalNote, TextArea, useTexts } from '@mreza/ui'
import { useState } from 'react'
import { useMe } from '../../../api/session.ts'
import { useEditing } from '../editor/editing-context.ts'
import styles from './panel.module.css'

/** What a form for a remark is given. */
export interface CommentFormProps {
  readonly label: string
  readonly send: string
  readonly room: PlanRoom
  readonly initial?: string
  /** Whom one can name, if anybody: changed words name nobody new. */
  readonly mayMention?: boolean
  readonly isPending: boolean
  readonly refusal: RefusalShape | undefined
  readonly onSend: (text: string, mentions: PersonId[]) => void
  readonly onCancel: () => void
}

const usePersons = () => {
  const { subject } = useMe()
  const { mentionable } = useEditing()
  return mentionable.flatMap(({ kind, id, label, second }) =>
    kind === 'person' && id !== subject.personId ? [{ value: id as PersonId, label, second }] : [],
  )
}

const Mentions = ({ chosen, onChange }: { chosen: readonly PersonId[]; onChange: (ids: PersonId[]) => void }) => {
  const t = useTexts('plan')
  const persons = usePersons()
  const nameOf = (id: PersonId) => persons.find(({ value }) => value === id)?.label ?? ''
  const options = persons.filter(({ value }) => !chosen.includes(value))
  return (
    <>
      <ComboBox
        key={chosen.length}
        label={t('comment.mention')}
        hint={t('comment.mention.hint')}
        optional
        options={options}
        value={null}
        onChange={(id) => id !== null && onChange([...chosen, id])}
      />
      {chosen.length > 0 && (
        <ul className={styles.mentions} aria-label={t('comment.mentioned')}>
          {chosen.map((id) => (
            <li key={id}>
              {nameOf(id)}
              <Button
                kind="link"
                onPress={() => onChange(chosen.filter((other) => other !== id))}
                aria-label={t('comment.unmention', { name: nameOf(id) })}
              >
                {t('comment.unmention.short')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Words for a conversation, and whom they are to reach. */
export const CommentForm = ({ label, send, initial = '', mayMention = true, isPending, refusal, onSend, onCancel }: CommentFormProps) => {
  const t = useTexts('plan')
  const ui = useTexts('ui')
  const [text, setText] = useState(initial)
  const [mentions, setMentions] = useState<PersonId[]>([])
  const [tried, setTried] = useState(false)
  const isEmpty = text.trim() === ''
  const submit = () => {
    setTried(true)
    if (!isEmpty) onSend(text.trim(), mentions)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextArea
        label={label}
        value={text}
        onChange={setText}
        rows={3}
        autoFocus
        error={tried && isEmpty ? t('comment.needed') : undefined}
        onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && submit()}
      />
      {mayMention && <Mentions chosen={mentions} onChange={setMentions} />}
      <RefusalNote refusal={refusal} />
      <ButtonRow>
        <Button type="submit" isPending={isPending}>
          {send}
        </Button>
        <Button kind="link" onPress={onCancel}>
          {ui('dialog.cancel')}
        </Button>
      </ButtonRow>
    </form>
  )
}
