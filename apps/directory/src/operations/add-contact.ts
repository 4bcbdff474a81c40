import { asSubject, newId } from '@mreza/db'
import { once } from '@mreza/rpc'
import { mustBeUsable } from '../domain/contact-value.ts'
import { insertContact } from '../store/contacts.ts'
import type { ContactRow } from '../store/tables.ts'
import { auditEdit } from './audit-edit.ts'
import { mustEdit } from './may-edit.ts'
import type { Of } from './parts.ts'
import { contactOf } from './present.ts'

/** Adds a contact of an institution, verified now by the one who adds it (DI6, DI7). */
export const addContact: Of<'addContact'> =
  ({ db }) =>
  (ctx, { institutionId, kind, value, note }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'addContact', async () => {
        await mustEdit(trx, institutionId, ctx.subject)
        mustBeUsable(kind, value)
        const { personId } = ctx.subject
        const verified = { added_by: personId, verified_by: personId, verified_at: ctx.now.toISOString() }
        const contact: ContactRow = { id: newId<'ContactId'>(), institution_id: institutionId, kind, value, note, ...verified }
        await insertContact(trx, contact)
        await auditEdit(trx, institutionId, 'add-contact', ctx.subject, { contactId: contact.id })
        return contactOf(contact)
      }),
    )
