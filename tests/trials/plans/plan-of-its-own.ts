import type { PlanId, Section } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { takePart } from '../../../apps/plans/src/conferences-stand-in.ts'
import type { Member, World } from '../../../apps/plans/src/service-for-tests.ts'

/** A plan of a case of its own, and how each member's part in the case is ended. */
export interface OwnPlan {
  readonly planId: PlanId
  /** In the order of the members. */
  readonly endings: readonly (() => Promise<void>)[]
}

/** Opens the plan of a new case in which the institutions of these members take part. */
export const planOfItsOwn = async (world: World, members: readonly Member[], sections: readonly Section[]): Promise<OwnPlan> => {
  const caseId = newId<'CaseId'>()
  const endings = await Promise.all(members.map(({ subject }) => takePart(world.database.admin, caseId, subject.institutionId, sections)))
  const [first] = members
  if (first === undefined) throw new Error('nobody is there')
  const { planId } = await first.calls.openPlan({ caseId })
  return { planId, endings }
}
