import type { CaseDetail } from '@mreza/contracts-conferences'
import { Button, ButtonRow, buttonClass, HangingSection, RefusalNote, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { AgendaFields } from './agenda-fields.tsx'
import { missingSectors } from './invited.ts'
import { Letter } from './letter.tsx'
import type { RuleAnswer } from './rule-answer.ts'
import { RuleSays } from './rule-says.tsx'
import styles from './schedule.module.css'
import { readSchedule } from './schedule-draft.ts'
import { useInviteGroups } from './use-candidates.ts'
import { useSchedule } from './use-schedule.ts'
import { useScheduleDraft } from './use-schedule-draft.ts'
import { WhenFields } from './when-fields.tsx'
import { WhoFields } from './who-fields.tsx'

const toFirstWrong = (form: HTMLFormElement | null) =>
  requestAnimationFrame(() =>
    form?.querySelector('[data-invalid]')?.querySelector<HTMLElement>('input, textarea, [role=spinbutton]')?.focus(),
  )

/** The state of the form: the draft, what is wrong with it once sending was tried, and the sending. */
const useForm = (rule: RuleAnswer, file: CaseDetail) => {
  const groups = useInviteGroups(rule, file)
  const { draft, change } = useScheduleDraft(rule, groups)
  const [tried, setTried] = useState(false)
  const sending = useSchedule()
  const read = readSchedule(file.id, draft, missingSectors(groups, draft.institutionIds).length > 0)
  const isWrong = (path: string) => tried && 'wrong' in read && read.wrong.has(path)
  const element = useRef<HTMLFormElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if ('schedule' in read) sending.send(read.schedule)
    else toFirstWrong(element.current)
  }
  return { groups, fields: { draft, change, isWrong }, sending, submit, element, incomplete: tried && 'wrong' in read }
}

const Send = ({ file, isPending }: { file: CaseDetail; isPending: boolean }) => {
  const t = useTexts('conference')
  return (
    <ButtonRow>
      <Button kind="primary" type="submit" isPending={isPending}>
        {t('send')}
      </Button>
      <Link to="/cases/$caseId" params={{ caseId: file.id }} className={buttonClass('link')}>
        {t('to.case')}
      </Link>
    </ButtonRow>
  )
}

/** The plan of a conference: what the rule says, who, when and where, about what, and the invitation as it will be read. */
export const ScheduleForm = ({ rule, file }: { rule: RuleAnswer; file: CaseDetail }) => {
  const t = useTexts('conference')
  const { groups, fields, sending, submit, element, incomplete } = useForm(rule, file)
  const { refusal } = sending
  return (
    <form ref={element} noValidate className={styles.form} onSubmit={submit}>
      <HangingSection title={t('rule')}>
        <RuleSays answer={rule} priority={file.priority} />
      </HangingSection>
      <HangingSection title={t('when')}>
        <WhenFields {...fields} latest={rule.latest} refusal={refusal} />
      </HangingSection>
      <HangingSection title={t('who')} summary={t('who.chosen', { count: fields.draft.institutionIds.length })}>
        <WhoFields {...fields} groups={groups} />
      </HangingSection>
      <HangingSection title={t('agenda')} summary={t('agenda.hint')}>
        <AgendaFields {...fields} />
      </HangingSection>
      <HangingSection title={t('letter')}>
        <Letter code={file.code} draft={fields.draft} />
        {incomplete && <p className={styles.wrong}>{t('form.missing')}</p>}
        {!incomplete && refusal?.field !== 'startsAt' && <RefusalNote refusal={refusal} />}
        <Send file={file} isPending={sending.isPending} />
      </HangingSection>
    </form>
  )
}
