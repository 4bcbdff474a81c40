import { type AgreementDetail, canInAgreements } from '@mreza/contracts-agreements'
import { Button, InOwnLanguage, RoomHead, useTexts } from '@mreza/ui'
import { useMe } from '../../../api/session.ts'
import { useStandsSince } from '../agreement-state-mark.tsx'
import { DraftActions } from '../draft/draft-actions.tsx'
import { SigningActions } from '../signing/signing-actions.tsx'
import type { WhatFollowsFromDeclining } from '../signing/what-follows.tsx'
import { countOf, standingOf } from '../standing-of.ts'

interface HeadProps {
  readonly agreement: AgreementDetail
  readonly onDeclined: (follows: WhatFollowsFromDeclining | null) => void
}

const isOpen = ({ state }: AgreementDetail) => state === 'sent' || state === 'in-force'

const Actions = ({ agreement, onDeclined }: HeadProps) => {
  const t = useTexts('protocols')
  const { subject } = useMe()
  const { networkId } = agreement
  const partyIds = agreement.parties.map(({ institutionId }) => institutionId)
  const standing = standingOf(agreement, subject.institutionId)
  const maySign = isOpen(agreement) && canInAgreements(subject, 'agreement.sign', { partyIds, deputies: agreement.deputies })
  if (agreement.state === 'draft' && canInAgreements(subject, 'agreement.send', { networkId }))
    return <DraftActions agreement={agreement} />
  if (maySign && standing !== undefined && standing.state !== 'signed')
    return <SigningActions agreement={agreement} hasDeclined={standing.state === 'declined'} onDeclined={onDeclined} />
  return <Button onPress={() => window.print()}>{t('print')}</Button>
}

/** What it is, how far it has come, and what the reader can do with it. */
export const AgreementHead = (props: HeadProps) => {
  const t = useTexts('protocols')
  const since = useStandsSince()
  const { agreement } = props
  return (
    <RoomHead
      label={`${t(`kind.${agreement.kind}`)} · ${since(agreement)}`}
      title={<InOwnLanguage text={agreement.title} />}
      actions={
        <>
          {agreement.state !== 'draft' && (
            <a className="second" href="#signatures-title">
              {t('agreements.signed', { part: countOf(agreement, 'signed'), whole: agreement.parties.length })}
            </a>
          )}
          <Actions {...props} />
        </>
      }
    />
  )
}
