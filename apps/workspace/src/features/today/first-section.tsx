import { buttonClass, ClockBadge, FirstThing, useFormats, useLocalized, useNow, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { clockFaceOf } from '../../api/clock-face.ts'
import { useInstitutions } from '../../api/institutions.ts'
import type { First } from './todays-duties.ts'

const Facts = ({ first }: { first: First }): ReactNode => {
  const t = useTexts('today')
  const words = useTexts('words')
  const formats = useFormats()
  const now = useNow()
  switch (first.kind) {
    case 'referral':
      return (
        <>
          <ClockBadge {...clockFaceOf(first.referral.clock)} />
          <span className="second">{words(`priority.name.${first.referral.priority}`)}</span>
        </>
      )
    case 'case':
      return first.case.firstClock === null ? null : <ClockBadge {...clockFaceOf(first.case.firstClock)} />
    case 'invitation':
    case 'conference':
      return (
        <span className="second">
          {t('conference.when', { when: formats.dayAndTime(first.conference.startsAt, now), place: first.conference.place })}
        </span>
      )
    case 'task':
      return (
        <span className="second">
          {t('task.due', { code: first.task.caseCode, date: formats.dayMonthAfterPreposition(first.task.dueOn) })}
        </span>
      )
    case 'signature':
      return <span className="second">{t('signature.asked')}</span>
  }
}

const useTitle = (first: First): string => {
  const t = useTexts('today')
  const localized = useLocalized()
  const institutions = useInstitutions()
  switch (first.kind) {
    case 'referral': {
      const sender = institutions.get(first.referral.senderId)
      return t('first.referral', { sender: sender === undefined ? '' : localized(sender.name) })
    }
    case 'case':
      return t('first.case', { step: first.case.firstClock === null ? '' : localized(first.case.firstClock.label), code: first.case.code })
    case 'invitation':
      return t('first.invitation', { code: first.conference.caseCode })
    case 'conference':
      return t('first.conference', { code: first.conference.caseCode })
    case 'task':
      return first.task.what
    case 'signature':
      return t('first.signature', { title: localized(first.agreement.title) })
  }
}

const Action = ({ first }: { first: First }) => {
  const t = useTexts('today')
  const className = buttonClass('primary')
  switch (first.kind) {
    case 'referral':
      return (
        <Link className={className} to="/cases/referrals/$referralId" params={{ referralId: first.referral.id }}>
          {t('open.referral')}
        </Link>
      )
    case 'case':
      return (
        <Link className={className} to="/cases/$caseId" params={{ caseId: first.case.id }}>
          {t('open.case')}
        </Link>
      )
    case 'invitation':
      return (
        <Link className={className} to="/cases/conferences/$conferenceId" params={{ conferenceId: first.conference.id }}>
          {t('answer.invitation')}
        </Link>
      )
    case 'conference':
      return (
        <Link className={className} to="/cases/conferences/$conferenceId" params={{ conferenceId: first.conference.id }}>
          {t('enter.conference')}
        </Link>
      )
    case 'task':
      return (
        <a className={className} href={`#task-${first.task.id}`}>
          {t('show.task')}
        </a>
      )
    case 'signature':
      return (
        <Link className={className} to="/protocols/$agreementId" params={{ agreementId: first.agreement.id }}>
          {t('read.and.sign')}
        </Link>
      )
  }
}

/** *Prvo ovo*: the one thing that comes first, with the one filled button of the page. */
export const FirstSection = ({ first }: { first: First }) => {
  const t = useTexts('today')
  return (
    <FirstThing label={t('first')} title={useTitle(first)} action={<Action first={first} />}>
      <Facts first={first} />
    </FirstThing>
  )
}
