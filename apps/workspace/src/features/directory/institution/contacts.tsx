import type { InstitutionDetail } from '@mreza/contracts-directory'
import { AsideBlock, Button, PlainRow, Rows, useTexts } from '@mreza/ui'
import { useState } from 'react'
import styles from '../directory.module.css'
import { AddContactDialog } from './add-contact-dialog.tsx'
import { ContactEntry } from './contact-entry.tsx'
import { useMayEdit } from './may-edit.ts'

/** How it is reached, each contact with when it was last verified (DI7); who may adds and verifies. */
export const Contacts = ({ institution }: { institution: InstitutionDetail }) => {
  const t = useTexts('directory')
  const mayEdit = useMayEdit(institution)
  const [adding, setAdding] = useState(false)
  return (
    <AsideBlock title={t('contacts')}>
      {institution.contacts.length === 0 && <p className="second">{t('contacts.empty')}</p>}
      <Rows label={t('contacts')}>
        {institution.contacts.map((contact) => (
          <PlainRow key={contact.id}>
            <ContactEntry contact={contact} institution={institution} mayVerify={mayEdit} />
          </PlainRow>
        ))}
      </Rows>
      {mayEdit && (
        <p className={`screen-only ${styles.act}`}>
          <Button onPress={() => setAdding(true)}>{t('contacts.add')}</Button>
        </p>
      )}
      {adding && <AddContactDialog institution={institution} onClose={() => setAdding(false)} />}
    </AsideBlock>
  )
}
