import { type AgreementDetail, bindingStates, canInAgreements } from '@mreza/contracts-agreements'
import { useTexts } from '@mreza/ui'
import { useMe } from '../../../api/session.ts'
import styles from '../protocols.module.css'
import { standingOf } from '../standing-of.ts'

const isOpen = ({ state }: AgreementDetail) => state === 'sent' || (bindingStates as readonly string[]).includes(state)

/** One sentence over the text for the head whose signature is wanted. */
export const MyPart = ({ agreement }: { agreement: AgreementDetail }) => {
  const t = useTexts('protocols')
  const { subject } = useMe()
  const state = standingOf(agreement, subject.institutionId)?.state
  const partyIds = agreement.parties.map(({ institutionId }) => institutionId)
  if (!canInAgreements(subject, 'agreement.sign', { partyIds, deputies: agreement.deputies }) || !isOpen(agreement)) return null
  if (state === 'named') return <p className={styles.mine}>{t('sign.notYet')}</p>
  if (state === 'asked') return <p className={styles.mine}>{t('sign.asked')}</p>
  return state === 'declined' ? <p className={styles.mine}>{t('sign.later')}</p> : null
}
