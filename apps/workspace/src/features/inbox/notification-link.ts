import type { Notification } from '@mreza/contracts-notifications'

const ofCase = (refs: Notification['refs']) => (refs.caseId === undefined ? null : `/cases/${refs.caseId}`)
const ofReferral = (refs: Notification['refs']) => (refs.referralId === undefined ? null : `/cases/referrals/${refs.referralId}`)
const ofConference = (refs: Notification['refs']) => (refs.conferenceId === undefined ? null : `/cases/conferences/${refs.conferenceId}`)
const ofAgreement = (refs: Notification['refs']) => (refs.agreementId === undefined ? null : `/protocols/${refs.agreementId}`)
const ofObligation = (refs: Notification['refs']) =>
  refs.obligationId === undefined ? ofAgreement(refs) : `/protocols/obligations/${refs.obligationId}`
const ofPlan = (refs: Notification['refs']) => (refs.caseId === undefined ? null : `/cases/${refs.caseId}/plan`)
const pageOfPlan = (refs: Notification['refs'], page: 'access' | 'approval') => {
  const plan = ofPlan(refs)
  return plan === null ? null : `${plan}/${page}`
}
const toToday = () => '/today'

const ways: Readonly<Record<Notification['kind'], (refs: Notification['refs']) => string | null>> = {
  'agreement-negotiation-opened': ofAgreement,
  'agreement-ready': ofAgreement,
  'agreement-amendment-drafted': ofAgreement,
  'agreement-sent': ofAgreement,
  'agreement-signature-reminded': ofAgreement,
  'agreement-council-step': ofAgreement,
  'agreement-page-waits': ofAgreement,
  'agreement-page-rejected': ofAgreement,
  'agreement-signed': ofAgreement,
  'agreement-declined': ofAgreement,
  'agreement-lapsed': ofAgreement,
  'agreement-in-force': ofAgreement,
  'agreement-withdrawal-announced': ofAgreement,
  'agreement-withdrawal-revoked': ofAgreement,
  'agreement-party-withdrew': ofAgreement,
  'agreement-suspended': ofAgreement,
  'agreement-resumed': ofAgreement,
  'agreement-review-due': ofAgreement,
  'agreement-review-begun': ofAgreement,
  'agreement-review-concluded': ofAgreement,
  'agreement-expiring-soon': ofAgreement,
  'agreement-ended': ofAgreement,
  'obligation-due': ofObligation,
  'obligation-late': ofObligation,
  'obligation-unkept': ofObligation,
  'obligation-broken': ofObligation,
  'obligation-kept': ofObligation,
  'obligation-disputed': ofObligation,
  'obligation-settled': ofObligation,
  'obligation-commented': ofObligation,
  'referral-received': ofReferral,
  'referral-acknowledged': ofReferral,
  'referral-taken': (refs) => ofCase(refs) ?? ofReferral(refs),
  'referral-declined': ofReferral,
  'case-opened': ofCase,
  'case-manager-named': ofCase,
  'participation-granted': ofCase,
  'participation-ended': () => null,
  'identity-revealed': ofCase,
  'conference-scheduled': ofConference,
  'conference-cancelled': ofConference,
  'invitation-answered': ofConference,
  'conference-closed': ofConference,
  'decision-recorded': ofConference,
  'task-assigned': toToday,
  'task-done': (refs) => ofConference(refs) ?? ofCase(refs),
  'activity-assigned': ofPlan,
  'plan-comment-mention': ofPlan,
  'room-requested': (refs) => pageOfPlan(refs, 'access'),
  'room-request-answered': ofPlan,
  'plan-approved': (refs) => pageOfPlan(refs, 'approval'),
  'plan-signed-off': (refs) => pageOfPlan(refs, 'approval'),
  'plan-review-due': ofPlan,
  'clock-due-soon': (refs) => ofCase(refs) ?? ofReferral(refs),
  'clock-broken': (refs) => ofCase(refs) ?? ofReferral(refs),
}

/** Where a notification leads: an address of the workspace, or nowhere when what it was about has closed. */
export const notificationLink = ({ kind, refs }: Notification): string | null => ways[kind](refs)
