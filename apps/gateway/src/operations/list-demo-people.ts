import type { DemoPerson } from '@mreza/contracts-identity'
import type { Identity } from '../identity.ts'
import { activeMembership } from '../store/memberships.ts'

/** The demo people in the order of their file; nobody in a real installation (ID17). */
export const listDemoPeople =
  (identity: Identity) =>
  async (ctx: { readonly now: Date }): Promise<DemoPerson[]> => {
    if (!identity.demo) return []
    const rows = await identity.db
      .selectFrom('demo_person')
      .innerJoin('account', 'account.person_id', 'demo_person.person_id')
      .innerJoin('membership', 'membership.person_id', 'demo_person.person_id')
      .where((where) => activeMembership(where, ctx.now))
      .where('account.disabled_at', 'is', null)
      .select(['slug', 'display_name', 'job_title', 'institution_name', 'network_name', 'sector', 'roles'])
      .distinctOn(['position', 'slug'])
      .orderBy('position')
      .orderBy('slug')
      .orderBy('membership.valid_from')
      .execute()
    return rows.map((row) => ({
      slug: row.slug,
      displayName: row.display_name,
      jobTitle: row.job_title,
      institutionName: row.institution_name,
      networkName: row.network_name,
      sector: row.sector,
      roles: row.roles,
    }))
  }
