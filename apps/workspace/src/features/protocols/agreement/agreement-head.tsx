import { type AgreementDetail, bindingStates, canInAgreements } from '@mreza/contracts-agreements'
import { InOwnLanguage, RoomHead, useTexts } from '@mreza/ui'
import { useMe } from '../../../api/session.ts'
import { useStandsSince } from '../agreement-state-mark.tsx'
import { DraftActions } from '../draft/draft-actions.tsx'
import { LifeMenu } from '../life/life-menu.tsx'
import { SigningActions } from '../signing/signing-actions.tsx'
import type { WhatFollowsFromDeclining } from '../signing/what-follows.tsx'
import { countSigned, standingOf } from '../standing-of.ts'

interface HeadProps {
  readonly agreement: AgreementDetail
  readonly onDeclined: (follows: WhatFollowsFromDeclining | null) => void
}

const isOpen = ({ state }: AgreementDetail) => state === 'sent' || (bindingStates as readonly string[]).includes(state)

/** The one act that is asked of the reader now, if there is one. */
const NextAct = ({ agreement, onDeclined }: HeadProps) => {
  const { subject } = useMe()
  const { networkId, state } = agreement
  const partyIds = agreement.parties.map(({ institutionId }) => institutionId)
  const standing = standingOf(agreement, subject.institutionId)?.state
  const maySign = isOpen(agreement) && canInAgreements(subject, 'agreement.sign', { partyIds, deputies: agreement.deputies })
  if ((state === 'draft' || state === 'ready') && canInAgreements(subject, 'agreement.send', { networkId }))
    return <DraftActions agreement={agreement} />
  if (maySign && (standing === 'asked' || standing === 'declined'))
    return <SigningActions agreement={agreement} hasDeclined={standing === 'declined'} onDeclined={onDeclined} />
  return null
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
          {agreement.sentAt !== null && (
            <a className="second" href="#signatures-title">
              {t('agreements.signed', { part: countSigned(agreement), whole: agreement.parties.length })}
            </a>
          )}
          <LifeMenu agreement={agreement} />
          <NextAct {...props} />
        </>
      }
    />
  )
}
