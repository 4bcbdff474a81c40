import { Button, buttonClass, RoomHead, useFormats, useTexts } from '@mreza/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { BarActs } from './bar-acts.tsx'
import { useRoom } from './room-context.ts'

const WallButton = () => {
  const t = useTexts('conference')
  const navigate = useNavigate()
  return <Button onPress={() => void navigate({ to: '.', search: { wall: 1 } })}>{t('wall')}</Button>
}

/** Which case, when and where, in which state, and what may be done with the conference. */
export const ConferenceBar = () => {
  const t = useTexts('conference')
  const formats = useFormats()
  const { conference } = useRoom()
  const { caseId, caseCode, startsAt, place, state } = conference
  const when = { date: formats.fullDate(startsAt), time: formats.time(startsAt) }
  return (
    <RoomHead
      label={t('head.line', { ...when, place, state: t(`state.${state}`) })}
      title={<span className="code">{caseCode}</span>}
      actions={
        <>
          <Link to="/cases/$caseId" params={{ caseId }} className={buttonClass('link')}>
            {t('to.case')}
          </Link>
          {(state === 'scheduled' || state === 'under-way') && <WallButton />}
          <BarActs />
        </>
      }
    />
  )
}
