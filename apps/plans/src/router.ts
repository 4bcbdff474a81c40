import type { plansOperations } from '@mreza/contracts-plans'
import type { Implementations } from '@mreza/rpc'
import { approvePlan } from './operations/approve-plan.ts'
import { changeComment } from './operations/change-comment.ts'
import { checkApproval } from './operations/check-approval.ts'
import { declineRoomRequest } from './operations/decline-room-request.ts'
import { enterPlan } from './operations/enter-plan.ts'
import { issueTicket } from './operations/issue-ticket.ts'
import { keepVersion } from './operations/keep-version.ts'
import { listActivities } from './operations/list-activities.ts'
import { listNarrowedRights } from './operations/list-narrowed-rights.ts'
import { listPlanTemplates } from './operations/list-plan-templates.ts'
import { listRoomRequests } from './operations/list-room-requests.ts'
import { listThreads } from './operations/list-threads.ts'
import { listVersions } from './operations/list-versions.ts'
import { narrowRight } from './operations/narrow-right.ts'
import { openPlan } from './operations/open-plan.ts'
import type { Parts } from './operations/parts.ts'
import { printVersion } from './operations/print-version.ts'
import { purgeDeleted } from './operations/purge-deleted.ts'
import { readPlan } from './operations/read-plan.ts'
import { readVersion } from './operations/read-version.ts'
import { readWriters } from './operations/read-writers.ts'
import { recordCopyHanded } from './operations/record-copy-handed.ts'
import { recordMove } from './operations/record-move.ts'
import { replyInThread } from './operations/reply-in-thread.ts'
import { requestRoom } from './operations/request-room.ts'
import { resolveThread } from './operations/resolve-thread.ts'
import { signOffVersion } from './operations/sign-off-version.ts'
import { startThread } from './operations/start-thread.ts'
import { watchPlan } from './operations/watch-plan.ts'
import { withdrawRoomRequest } from './operations/withdraw-room-request.ts'

/** The table of contents: what the plans service answers. */
export const plansRouter = (parts: Parts): Implementations<typeof plansOperations> => ({
  openPlan: openPlan(parts),
  enterPlan: enterPlan(parts),
  issueTicket: issueTicket(parts),
  readPlan: readPlan(parts),
  listActivities: listActivities(parts),
  listPlanTemplates: listPlanTemplates(parts),
  readWriters: readWriters(parts),
  watchPlan: watchPlan(parts),
  listThreads: listThreads(parts),
  startThread: startThread(parts),
  replyInThread: replyInThread(parts),
  changeComment: changeComment(parts),
  resolveThread: resolveThread(parts),
  requestRoom: requestRoom(parts),
  listRoomRequests: listRoomRequests(parts),
  declineRoomRequest: declineRoomRequest(parts),
  withdrawRoomRequest: withdrawRoomRequest(parts),
  listNarrowedRights: listNarrowedRights(parts),
  narrowRight: narrowRight(parts),
  recordMove: recordMove(parts),
  purgeDeleted: purgeDeleted(parts),
  listVersions: listVersions(parts),
  keepVersion: keepVersion(parts),
  readVersion: readVersion(parts),
  checkApproval: checkApproval(parts),
  approvePlan: approvePlan(parts),
  signOffVersion: signOffVersion(parts),
  recordCopyHanded: recordCopyHanded(parts),
  printVersion: printVersion(parts),
})
