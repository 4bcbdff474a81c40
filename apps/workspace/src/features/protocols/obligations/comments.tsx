import { canInAgreements, type ObligationDetail } from '@mreza/contracts-agreements'
import { Button, HangingSection, RefusalNote, TextArea, useFormats, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { useLifeChange } from '../life/use-life-change.ts'
import { useOwner } from './in-words.ts'
import { useKeptDraft } from './kept-text.ts'
import styles from './obligations.module.css'
import type { NameOf } from './term-section.tsx'

const Saying = ({ obligation }: { obligation: ObligationDetail }) => {
  const t = useTexts('obligations')
  const { personId } = useMe().subject
  const { draft, change, clear } = useKeptDraft(`${personId}/comment/${obligation.id}`, '')
  const saying = useMutation(useApi().agreements.commentObligation.mutationOptions(useLifeChange(clear)))
  return (
    <>
      <TextArea label={t('comment')} value={draft} onChange={change} rows={3} />
      <RefusalNote refusal={refusalIfAny(saying.error)} />
      <Button
        isDisabled={draft.trim() === ''}
        isPending={saying.isPending}
        onPress={() => saying.mutate({ obligationId: obligation.id, text: draft.trim() })}
      >
        {t('comment.act')}
      </Button>
    </>
  )
}

/** What was said about the obligation, the oldest first, and a word of one's own. */
export const Comments = ({ obligation, nameOf }: { obligation: ObligationDetail; nameOf: NameOf }) => {
  const t = useTexts('obligations')
  const formats = useFormats()
  const ownerOf = useOwner()
  const { networkId, institutionId, comments } = obligation
  const maySay = canInAgreements(useMe().subject, 'obligation.comment', { networkId, institutionId })
  if (!maySay && comments.length === 0) return null
  return (
    <HangingSection title={t('comments')}>
      {comments.length > 0 && (
        <ul className={styles.list} aria-label={t('comments')}>
          {comments.map(({ at, by, institutionId: of, text }) => (
            <li key={`${at} ${by}`}>
              <p className={styles.said}>{text}</p>
              <p className="label">{[nameOf(by), ownerOf(of), formats.date(at)].filter(Boolean).join(' · ')}</p>
            </li>
          ))}
        </ul>
      )}
      {maySay && <Saying obligation={obligation} />}
    </HangingSection>
  )
}
