import { canInIdentity, type Member } from '@mreza/contracts-identity'
import { Button, Row, StateMark, useFormats, useNow, useTexts, VisuallyHidden } from '@mreza/ui'
import { useMe } from '../../../api/session.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import styles from '../administration.module.css'
import { InstitutionName } from '../institution-words.tsx'
import { useRoleWords } from '../role-words.ts'

/** When a membership was or will be over. */
const endOf = ({ endedAt, until }: Member): string | null => endedAt ?? until

const State = ({ member, isOver }: { member: Member; isOver: boolean }) => {
  const t = useTexts('administration')
  const formats = useFormats()
  const end = endOf(member)
  const from = t('members.since', { date: formats.dateAfterPreposition(member.from) })
  if (isOver && end !== null) return <StateMark state="no">{t('members.ended', { date: formats.dateAfterPreposition(end) })}</StateMark>
  const until = end === null ? '' : ` ${t('members.until', { date: formats.dateAfterPreposition(end) })}`
  return (
    <StateMark state="yes">
      {from}
      {until}
    </StateMark>
  )
}

/** One membership: who, where, as what, since when; ended by who may (ID8). */
export const MemberRow = ({ member, onEnd }: { member: Member; onEnd: () => void }) => {
  const t = useTexts('administration')
  const { subject } = useMe()
  const name = useNameOf()(member.displayName)
  const roles = useRoleWords()(member.roles)
  const end = endOf(member)
  const isOver = useNow().getTime() >= (end === null ? Number.POSITIVE_INFINITY : Date.parse(end))
  const action = !isOver && canInIdentity(subject, 'membership.end', member) && (
    <Button kind="link" onPress={onEnd}>
      {t('end.action')}
      <VisuallyHidden>: {name}</VisuallyHidden>
    </Button>
  )
  return (
    <Row
      title={subject.personId === member.personId ? t('members.you', { name }) : name}
      second={
        <>
          <InstitutionName id={member.institutionId} /> · {roles}
        </>
      }
      action={action}
    >
      <p className={styles.state}>
        <State member={member} isOver={isOver} />
      </p>
    </Row>
  )
}
