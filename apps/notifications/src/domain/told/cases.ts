import {
  caseManagerNamed,
  caseOpened,
  clockBroken,
  clockDueSoon,
  identityRevealed,
  participationEnded,
  participationGranted,
} from '@mreza/contracts-conferences'
import type { CaseId, InstitutionId, ReferralId } from '@mreza/contracts-kernel'
import type { NotificationRefs } from '@mreza/contracts-notifications'
import { telling } from './telling.ts'

interface OfCase {
  caseId: CaseId
  caseCode: string
}

const ofCase = ({ caseId, caseCode }: OfCase) => ({ caseId, caseCode })
const byInstitution = (data: OfCase & { institutionId: InstitutionId }) => ({ ...ofCase(data), institutionId: data.institutionId })

/** A clock runs in a referral or in a case, and names what there is. */
const ofClock = (clock: { referralId: ReferralId | null; caseId: CaseId | null; caseCode: string | null }): NotificationRefs => ({
  ...(clock.referralId === null ? {} : { referralId: clock.referralId }),
  ...(clock.caseId === null ? {} : { caseId: clock.caseId }),
  ...(clock.caseCode === null ? {} : { caseCode: clock.caseCode }),
})

/** What is told of cases, of who takes part in them, and of their clocks. */
export const toldOfCases = [
  telling(caseOpened, 'case-opened', (opened) => ({ ...ofCase(opened), institutionId: opened.leadInstitutionId })),
  telling(caseManagerNamed, 'case-manager-named', ofCase),
  telling(identityRevealed, 'identity-revealed', byInstitution),
  telling(participationGranted, 'participation-granted', byInstitution),
  telling(participationEnded, 'participation-ended', byInstitution),
  telling(clockDueSoon, 'clock-due-soon', ofClock),
  telling(clockBroken, 'clock-broken', ofClock),
]
