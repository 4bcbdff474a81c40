import type { Participation } from '@mreza/contracts-conferences'
import type { Instant } from '@mreza/contracts-kernel'
import { Button, ReasonDialog, Row, useFormats, useTexts } from '@mreza/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { scriptOf } from '../own-words.tsx'
import { unbroken } from '../unbroken.ts'
import { useInstitutionName, Who } from '../who.tsx'
import { useBasisWords, useSectionsWords } from './participation-words.ts'

const usePeriod = ({ from, until, endedAt }: Participation): string => {
  const t = useTexts('cases')
  const formats = useFormats()
  const day = (at: Instant) => unbroken(formats.dateAfterPreposition(at))
  const since = day(from)
  if (endedAt !== null) return t('people.endedAt', { from: since, until: day(endedAt) })
  return until === null ? t('people.openEnd', { from: since }) : t('people.period', { from: since, until: day(until) })
}

/** One press, one question, done (rule D10): nothing is asked for, and the page is asked for again whatever the answer is. */
const EndParticipation = ({ participation, who }: { participation: Participation; who: string }) => {
  const t = useTexts('cases')
  const { conferences } = useApi()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { subject } = useMe()
  const { id, caseId, institutionId, personId } = participation
  const mine = institutionId === subject.institutionId && (personId === null || personId === subject.personId)
  const ending = useMutation(
    conferences.endParticipation.mutationOptions({
      onSuccess: async () => {
        setAsking(false)
        await queryClient.invalidateQueries(conferences.pathFilter())
      },
    }),
  )
  return (
    <>
      <Button aria-label={t('people.end.named', { who })} onPress={() => setAsking(true)}>
        {t('people.end')}
      </Button>
      {asking && (
        <ReasonDialog
          isOpen
          onOpenChange={setAsking}
          title={t('people.end.question', { who })}
          consequence={t(mine ? 'people.end.consequence.own' : 'people.end.consequence')}
          confirm={t('people.end.confirm')}
          destructive
          needsReason={false}
          isPending={ending.isPending}
          refusal={refusalIfAny(ending.error)}
          onConfirm={() => ending.mutate({ caseId, participationId: id })}
        />
      )}
    </>
  )
}

/** A participation: who, which sections, on what basis, from when until when. */
export const ParticipationRow = ({
  participation,
  person,
  mayEnd,
}: {
  participation: Participation
  person: string | undefined
  mayEnd: boolean
}) => {
  const t = useTexts('cases')
  const sections = useSectionsWords()
  const basis = useBasisWords()
  const institution = useInstitutionName()(participation.institutionId)
  const explained = participation.basis.kind === 'consent' ? participation.basis.explained : undefined
  return (
    <Row
      title={<Who institutionId={participation.institutionId} name={person ?? t('people.whole', { institution })} />}
      second={`${sections(participation.sections)} · ${usePeriod(participation)}`}
      action={mayEnd ? <EndParticipation participation={participation} who={person ?? institution} /> : undefined}
    >
      <p className="second">{basis(participation.basis)}</p>
      {explained !== undefined && (
        <p className="second">
          {t('consent.explained')} <span lang={scriptOf(explained)}>{explained}</span>
        </p>
      )}
    </Row>
  )
}
