import type { AgreementDetail } from '@mreza/contracts-agreements'
import { Timeline, TimelineEvent, useFormats, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { usePeople } from '../../../api/people.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { useInstitutionName } from '../party-institutions.ts'
import styles from '../protocols.module.css'

/** What happened to the agreement with reasons and decisions, the latest first; and the versions before and after it. */
export const Steps = ({ agreement }: { agreement: AgreementDetail }) => {
  const t = useTexts('protocols')
  const formats = useFormats()
  const nameOf = useNameOf()
  const institutionOf = useInstitutionName(agreement.networkId)
  const people = usePeople(agreement.steps.map(({ by }) => by))
  const { steps, amends, amendment } = agreement
  if (steps.length === 0 && amends === null && amendment === null) return null
  return (
    <section className={styles.steps}>
      <h3>{t('steps')}</h3>
      {amendment !== null && (
        <p>
          <Link to="/protocols/$agreementId" params={{ agreementId: amendment }}>
            {t('steps.amendment')}
          </Link>
        </p>
      )}
      {amends !== null && (
        <p>
          <Link to="/protocols/$agreementId" params={{ agreementId: amends }}>
            {t('steps.amends')}
          </Link>
        </p>
      )}
      <Timeline label={t('steps')}>
        {steps.map(({ kind, at, by, institutionId, reason, decision }) => {
          const person = by === null ? undefined : people.get(by)
          return (
            <TimelineEvent
              key={`${kind} ${at}`}
              at={at}
              when={formats.shortDate(at)}
              title={t(`step.${kind}`, { institution: institutionId === null ? '' : institutionOf(institutionId) })}
            >
              {reason !== null && <p className={styles.reason}>{reason}</p>}
              {decision !== null && (
                <p>{t('step.decision', { number: decision.number, date: formats.shortDate(decision.date), body: decision.issuedBy })}</p>
              )}
              {person !== undefined && <p className="label">{nameOf(person.displayName)}</p>}
            </TimelineEvent>
          )
        })}
      </Timeline>
    </section>
  )
}
