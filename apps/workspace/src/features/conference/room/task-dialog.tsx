import type { ConferenceDetail, Decision } from '@mreza/contracts-conferences'
import { Button, Dialog, DialogButtons, RefusalNote, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useConferenceChanged } from '../use-conference-changed.ts'
import { useSame } from '../use-same.ts'
import { useRoom } from './room-context.ts'
import { readTask, type TaskDraft, type TaskToSend } from './task-draft.ts'
import { TaskFields } from './task-fields.tsx'

const ownFields: readonly string[] = ['institutionId', 'personId', 'what', 'dueOn'] satisfies readonly (keyof TaskDraft)[]

const useMaking = (onClose: () => void) => {
  const changed = useConferenceChanged()
  const { same } = useSame<TaskToSend>()
  const onSuccess = async (conference: ConferenceDetail) => {
    onClose()
    await changed(conference)
  }
  const making = useMutation(useApi().conferences.makeTask.mutationOptions({ onSuccess }))
  return { make: (task: TaskToSend) => making.mutate(same(task)), isPending: making.isPending, refusal: refusalIfAny(making.error) }
}

/** Makes a task of a decision: whose, what, by when; the decision's own words stand there already (CF23). */
export const TaskDialog = ({ decision, onClose }: { decision: Decision; onClose: () => void }) => {
  const t = useTexts('conference')
  const ui = useTexts('ui')
  const { conference } = useRoom()
  const [draft, setDraft] = useState<TaskDraft>({ institutionId: null, personId: null, what: decision.text, dueOn: null })
  const [tried, setTried] = useState(false)
  const { make, isPending, refusal } = useMaking(onClose)
  const read = readTask({ conferenceId: conference.id, decisionNumber: decision.number }, draft)
  const confirm = () => {
    setTried(true)
    if ('task' in read) make(read.task)
  }
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={t('task.title')} consequence={t('task.consequence')}>
      <TaskFields
        draft={draft}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
        isWrong={(field) => tried && 'wrong' in read && read.wrong.has(field)}
        refusal={refusal}
      />
      {!ownFields.includes(refusal?.field ?? '') && <RefusalNote refusal={refusal} />}
      <DialogButtons>
        <Button kind="primary" isPending={isPending} onPress={confirm}>
          {t('task.confirm')}
        </Button>
        <Button onPress={onClose}>{ui('dialog.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
