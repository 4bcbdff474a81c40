import type { Task } from '@mreza/contracts-conferences'
import { Button, HangingSection, ReasonDialog, Row, Rows, useFormats, useTexts, useToast } from '@mreza/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { refusalIfAny } from '../../api/refusal-of.ts'

const useComplete = (task: Task, done: () => void) => {
  const api = useApi()
  const queryClient = useQueryClient()
  const show = useToast()
  const t = useTexts('today')
  return useMutation(
    api.conferences.completeTask.mutationOptions({
      onSuccess: async () => {
        done()
        await queryClient.invalidateQueries(api.conferences.pathFilter())
        show({ text: t('task.done', { code: task.caseCode }) })
      },
    }),
  )
}

const TaskRow = ({ task }: { task: Task }) => {
  const t = useTexts('today')
  const formats = useFormats()
  const [asks, setAsks] = useState(false)
  const complete = useComplete(task, () => setAsks(false))
  return (
    <Row
      title={<span id={`task-${task.id}`}>{task.what}</span>}
      second={t('task.due', { code: task.caseCode, date: formats.dayMonthAfterPreposition(task.dueOn) })}
      action={<Button onPress={() => setAsks(true)}>{t('task.complete')}</Button>}
    >
      <ReasonDialog
        isOpen={asks}
        onOpenChange={setAsks}
        title={t('task.complete.title')}
        consequence={t('task.complete.consequence')}
        reasonLabel={t('task.result')}
        confirm={t('task.complete')}
        isPending={complete.isPending}
        refusal={refusalIfAny(complete.error)}
        onConfirm={(result) => complete.mutate({ taskId: task.id, result })}
      />
    </Row>
  )
}

/** Tasks that conferences gave to one's institution, the first due at the top. */
export const TasksSection = ({ tasks }: { tasks: readonly Task[] }) => {
  const t = useTexts('today')
  if (tasks.length === 0) return null
  return (
    <HangingSection title={t('tasks')} summary={t('tasks.summary', { count: tasks.length })}>
      <Rows>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </Rows>
    </HangingSection>
  )
}
