import type { Evidence, ObligationDetail, ObligationTerm } from '@mreza/contracts-agreements'
import type { PersonId } from '@mreza/contracts-kernel'
import { Button, ButtonRow, RefusalNote, useFormats, useTexts } from '@mreza/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { giveFile } from '../paper/give-file.ts'
import { useEvidenceInWords, useOwner } from './in-words.ts'
import { actsOf, type TermAct } from './obligation-acts.ts'
import { ObligationStateMark } from './obligation-state-mark.tsx'
import styles from './obligations.module.css'

const TermDialog = lazy(() => import('./term-dialogs.tsx').then((module) => ({ default: module.TermDialog })))

/** Gives a professional's name; nothing while it is not known. */
export type NameOf = (id: PersonId) => string | undefined

const EvidenceLine = ({ obligation, evidence, nameOf }: { obligation: ObligationDetail; evidence: Evidence; nameOf: NameOf }) => {
  const t = useTexts('obligations')
  const formats = useFormats()
  const inWords = useEvidenceInWords()
  const { agreements } = useApi()
  const queryClient = useQueryClient()
  // Nothing of a file stays in the cache of answers.
  const wish = agreements.readEvidenceFile.queryOptions(
    { obligationId: obligation.id, evidenceId: evidence.id },
    { staleTime: 0, gcTime: 0 },
  )
  const fetching = useMutation({ mutationFn: () => queryClient.fetchQuery(wish), onSuccess: giveFile })
  const by = evidence.by === null ? t('evidence.byMreza') : nameOf(evidence.by)
  return (
    <li>
      {inWords(evidence.facts)}
      <p className="label">{[by, formats.date(evidence.at)].filter(Boolean).join(' · ')}</p>
      {evidence.file !== null && (
        <Button kind="link" isPending={fetching.isPending} onPress={() => fetching.mutate()}>
          {t('evidence.download', { name: evidence.file.name })}
        </Button>
      )}
      <RefusalNote refusal={refusalIfAny(fetching.error)} />
    </li>
  )
}

const DisputeAndWaiver = ({ term: { dispute, waiver }, nameOf }: { term: ObligationTerm; nameOf: NameOf }) => {
  const t = useTexts('obligations')
  const formats = useFormats()
  const ownerOf = useOwner()
  const line = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ')
  return (
    <>
      {dispute !== null && (
        <div>
          <p className="strong">{t('dispute.of', { institution: ownerOf(dispute.institutionId) })}</p>
          <p className={styles.said}>{dispute.reason}</p>
          <p className="label">{line(nameOf(dispute.by), formats.date(dispute.at))}</p>
        </div>
      )}
      {dispute?.settled != null && (
        <div>
          <p className="strong">{t(`settled.${dispute.settled.outcome}`)}</p>
          <p className={styles.said}>{dispute.settled.reason}</p>
          <p className="label">{line(nameOf(dispute.settled.by), formats.date(dispute.settled.at))}</p>
        </div>
      )}
      {waiver !== null && (
        <div>
          <p className="strong">
            {t('waived.by', {
              number: waiver.decision.number,
              date: formats.dateAfterPreposition(waiver.decision.date),
              body: waiver.decision.issuedBy,
            })}
          </p>
          <p className={styles.said}>{waiver.reason}</p>
          <p className="label">{line(nameOf(waiver.by), formats.date(waiver.at))}</p>
        </div>
      )}
    </>
  )
}

const Reminders = ({ reminders }: Pick<ObligationTerm, 'reminders'>) => {
  const t = useTexts('obligations')
  const formats = useFormats()
  if (reminders.length === 0) return null
  const said = reminders.map(({ rung, at }) => `${t(`rung.${rung}`)} ${formats.date(at)}`)
  return <p className="second">{t('reminders', { list: said.join(', ') })}</p>
}

const Acts = ({ obligation, term, isFirst }: { obligation: ObligationDetail; term: ObligationTerm; isFirst: boolean }) => {
  const t = useTexts('obligations')
  const acts = actsOf(obligation, term, useMe().subject)
  const [asking, setAsking] = useState<TermAct | null>(null)
  const isWanted = (act: TermAct) => isFirst && (act === 'settle' || (act === 'report' && term.state !== 'kept'))
  return (
    <>
      {acts.length > 0 && (
        <div className={styles.acts}>
          <ButtonRow>
            {acts.map((act) => (
              <Button key={act} kind={isWanted(act) ? 'primary' : 'secondary'} onPress={() => setAsking(act)}>
                {t(`act.${act}`)}
              </Button>
            ))}
          </ButtonRow>
        </div>
      )}
      {asking !== null && (
        <Suspense fallback={null}>
          <TermDialog act={asking} obligation={obligation} term={term} onClose={() => setAsking(null)} />
        </Suspense>
      )}
    </>
  )
}

/** One term: how it stands and till when, its evidence, who was reminded, what was disputed, and what the reader may do. */
export const TermSection = ({ obligation, term, nameOf }: { obligation: ObligationDetail; term: ObligationTerm; nameOf: NameOf }) => {
  const t = useTexts('obligations')
  const formats = useFormats()
  return (
    <section className={styles.term} aria-label={t('term', { number: String(term.number) })}>
      <p>
        <ObligationStateMark state={term.state} />{' '}
        {t('term.days', { from: formats.dateAfterPreposition(term.startsAt), to: formats.dateAfterPreposition(term.dueAt) })}
      </p>
      {term.evidence.length === 0 ? (
        <p className="second">{t('reported.none')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('evidence')}>
          {term.evidence.map((evidence) => (
            <EvidenceLine key={evidence.id} obligation={obligation} evidence={evidence} nameOf={nameOf} />
          ))}
        </ul>
      )}
      <DisputeAndWaiver term={term} nameOf={nameOf} />
      <Reminders reminders={term.reminders} />
      <Acts obligation={obligation} term={term} isFirst={term.id === obligation.term.id} />
    </section>
  )
}
