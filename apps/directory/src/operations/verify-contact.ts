import { refuseInDirectory } from '@mreza/contracts-directory'
import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import { markVerified } from '../store/contacts.ts'
import { auditEdit } from './audit-edit.ts'
import { mustEdit } from './may-edit.ts'
import type { Of } from './parts.ts'
import { contactOf } from './present.ts'

/** Says that a contact was tried and is right, now (DI7). */
export const verifyContact: Of<'verifyContact'> =
  ({ db }) =>
  (ctx, which) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'verifyContact', async () => {
        await mustEdit(trx, which.institutionId, ctx.subject)
        const contact = await markVerified(trx, which, { by: ctx.subject.personId, at: ctx.now.toISOString() })
        if (contact === undefined) throw refuseInDirectory('not-found', { field: 'contactId' })
        await auditEdit(trx, which.institutionId, 'verify-contact', ctx.subject, { contactId: contact.id })
        return contactOf(contact)
      }),
    )
