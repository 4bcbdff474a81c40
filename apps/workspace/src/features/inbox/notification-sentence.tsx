import type { InstitutionId } from '@mreza/contracts-kernel'
import type { Notification } from '@mreza/contracts-notifications'
import { useLocalized, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useInstitutions } from '../../api/institutions.ts'
import { notificationLink } from './notification-link.ts'

/** A sentence in which the code of the case does not break across lines. */
const WithCode = ({ sentence, code }: { sentence: string; code: string | undefined }) => {
  const at = code === undefined ? -1 : sentence.indexOf(code)
  if (code === undefined || at < 0) return <>{sentence}</>
  return (
    <>
      {sentence.slice(0, at)}
      <span className="nowrap">{code}</span>
      {sentence.slice(at + code.length)}
    </>
  )
}

/** What happened, in the reader's language, made from ids alone (NO3); a link to where it can be seen. */
export const NotificationSentence = ({ notification, onFollow }: { notification: Notification; onFollow?: () => void }) => {
  const t = useTexts('inbox')
  const localized = useLocalized()
  const { institutionId, caseCode } = notification.refs
  const institution = useInstitutions().get(institutionId as InstitutionId)
  const params = { institution: institution === undefined ? t('some.institution') : localized(institution.name), code: caseCode ?? '' }
  const sentence = <WithCode sentence={t(`kind.${notification.kind}`, params)} code={caseCode} />
  const to = notificationLink(notification)
  return to === null ? (
    <span>{sentence}</span>
  ) : (
    <Link to={to} onClick={onFollow}>
      {sentence}
    </Link>
  )
}
