import { emit } from '@mreza/bus'
import { personRegistered } from '@mreza/contracts-directory'
import { asWorker } from '@mreza/db'
import { searchNameOf } from '../domain/search-name.ts'
import { institutionById } from '../store/institutions.ts'
import { enrol } from '../store/people.ts'
import type { Of } from './parts.ts'

/** Puts a person into the directory who accepted an invitation, once, by the word of the identity service (DI9). */
export const enrolPerson: Of<'enrolPerson'> =
  ({ db }) =>
  (ctx, { personId, institutionId, displayName, jobTitle, isHead }) =>
    asWorker(db.worker, async (trx) => {
      if ((await institutionById(trx, institutionId)) === undefined) return { added: false }
      const added = await enrol(trx, {
        id: personId,
        demo_slug: null,
        institution_id: institutionId,
        display_name: displayName,
        job_title: jobTitle,
        is_head: isHead,
        added_by: null,
        added_at: ctx.now.toISOString(),
        search: searchNameOf(displayName),
      })
      if (added) await emit(trx, personRegistered, { personId, institutionId, isHead })
      return { added }
    })
