import { couldEverInPlan, type RoomRequest } from '@mreza/contracts-plans'
import { Button, HangingSection, ReasonDialog, Row, Rows, StateMark, useFormats, useNow, useTexts } from '@mreza/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { GrantDialog } from '../../cases/case/grant-dialog.tsx'
import { usePersonNames } from '../../conference/use-person-name.ts'
import { InstitutionChip } from '../document/institution-choice.tsx'
import { usePlan } from '../plan-context.ts'
import styles from './access.module.css'

const DeclineDialog = ({ request, onClose }: { request: RoomRequest; onClose: () => void }) => {
  const t = useTexts('plan')
  const { plans } = useApi()
  const queryClient = useQueryClient()
  const onSuccess = async () => {
    await queryClient.invalidateQueries(plans.listRoomRequests.queryFilter())
    onClose()
  }
  const declining = useMutation(plans.declineRoomRequest.mutationOptions({ onSuccess }))
  return (
    <ReasonDialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('request.decline.question')}
      consequence={t('request.decline.consequence')}
      confirm={t('request.decline.confirm')}
      isPending={declining.isPending}
      refusal={refusalIfAny(declining.error)}
      onConfirm={(reason) => declining.mutate({ requestId: request.id, reason })}
    />
  )
}

const Answering = ({ request }: { request: RoomRequest }) => {
  const t = useTexts('plan')
  const { plan } = usePlan()
  const { plans } = useApi()
  const queryClient = useQueryClient()
  const [answer, setAnswer] = useState<'grant' | 'decline' | null>(null)
  const close = () => {
    setAnswer(null)
    void queryClient.invalidateQueries(plans.listRoomRequests.queryFilter())
  }
  const initial = {
    institutionId: request.institutionId,
    personId: request.by,
    sections: request.room === 'core' ? ['core' as const] : ['core' as const, request.room],
  }
  return (
    <div className={styles.answer}>
      <Button onPress={() => setAnswer('grant')}>{t('request.grant')}</Button>
      <Button kind="link" onPress={() => setAnswer('decline')}>
        {t('request.decline')}
      </Button>
      {answer === 'grant' && <GrantDialog caseId={plan.caseId} initial={initial} onClose={close} />}
      {answer === 'decline' && <DeclineDialog request={request} onClose={close} />}
    </div>
  )
}

/** Takes one's own request back; nothing is asked before, for it can be asked for again. */
const Withdrawing = ({ request }: { request: RoomRequest }) => {
  const t = useTexts('plan')
  const { plans } = useApi()
  const queryClient = useQueryClient()
  const onSettled = () => queryClient.invalidateQueries(plans.listRoomRequests.queryFilter())
  const withdrawing = useMutation(plans.withdrawRoomRequest.mutationOptions({ onSettled }))
  return (
    <div className={styles.answer}>
      <StateMark state="ready">{t('request.waits')}</StateMark>
      <Button kind="link" isPending={withdrawing.isPending} onPress={() => withdrawing.mutate({ requestId: request.id })}>
        {t('request.withdraw')}
      </Button>
    </div>
  )
}

const Standing = ({ request }: { request: RoomRequest }) => {
  const t = useTexts('plan')
  if (request.answer === 'granted') return <StateMark state="yes">{t('request.granted')}</StateMark>
  if (request.answer === 'declined') return <StateMark state="no">{t('request.declined')}</StateMark>
  if (request.answer === 'withdrawn') return <StateMark state="no">{t('request.withdrawn')}</StateMark>
  return <StateMark state="ready">{t('request.waits')}</StateMark>
}

/** What one can do about a request, or how it stands. */
const Action = ({ request }: { request: RoomRequest }) => {
  const { plan } = usePlan()
  const { subject } = useMe()
  if (request.answer !== null) return <Standing request={request} />
  if (request.by === subject.personId) return <Withdrawing request={request} />
  return plan.leads ? <Answering request={request} /> : <Standing request={request} />
}

const RequestRow = ({ request }: { request: RoomRequest }) => {
  const t = useTexts('plan')
  const formats = useFormats()
  const now = useNow()
  const nameOf = usePersonNames([request.by])
  return (
    <Row
      title={t(`room.${request.room}`)}
      second={
        <>
          <InstitutionChip id={request.institutionId} /> {nameOf(request.by)}, {formats.dayAndTime(request.at, now)}
        </>
      }
      action={<Action request={request} />}
    >
      <p>{request.reason}</p>
      {request.answerReason !== null && <p className="second">{t('request.answer', { reason: request.answerReason })}</p>}
    </Row>
  )
}

/** Requests for closed rooms: one's own, and for who leads the plan everybody's, with an answer. */
export const RequestsSection = () => {
  const t = useTexts('plan')
  const { plan } = usePlan()
  const { subject } = useMe()
  const enabled = couldEverInPlan(subject, 'plan.request-room')
  const { data = [] } = useQuery(useApi().plans.listRoomRequests.queryOptions({ planId: plan.planId }, { enabled }))
  const sorted = data.toSorted((a, b) => Number(a.answer !== null) - Number(b.answer !== null) || (a.at < b.at ? 1 : -1))
  return (
    <HangingSection title={t('requests')} summary={t(plan.leads ? 'requests.all' : 'requests.own')}>
      {sorted.length === 0 ? (
        <p className="second">{t('requests.none')}</p>
      ) : (
        <Rows label={t('requests')}>
          {sorted.map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </Rows>
      )}
    </HangingSection>
  )
}
