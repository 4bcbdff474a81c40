import { emit } from '@mreza/bus'
import { personRegistered } from '@mreza/contracts-directory'
import { asSubject, newId } from '@mreza/db'
import { once } from '@mreza/rpc'
import { searchNameOf } from '../domain/search-name.ts'
import { insertPerson } from '../store/people.ts'
import type { PersonRow } from '../store/tables.ts'
import { auditEdit } from './audit-edit.ts'
import { mustEdit } from './may-edit.ts'
import type { Of } from './parts.ts'
import { personOf } from './present.ts'

/** Puts a professional into the directory (DI6). */
export const addPerson: Of<'addPerson'> =
  ({ db }) =>
  (ctx, { institutionId, displayName, jobTitle, isHead }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'addPerson', async () => {
        await mustEdit(trx, institutionId, ctx.subject)
        const person: PersonRow = {
          id: newId<'PersonId'>(),
          demo_slug: null,
          institution_id: institutionId,
          display_name: displayName,
          job_title: jobTitle,
          is_head: isHead,
          added_by: ctx.subject.personId,
          added_at: ctx.now.toISOString(),
          search: searchNameOf(displayName),
        }
        await insertPerson(trx, person)
        await emit(trx, personRegistered, { personId: person.id, institutionId, isHead })
        await auditEdit(trx, institutionId, 'add-person', ctx.subject, { personId: person.id })
        return personOf(person)
      }),
    )
