import type { Contact, InstitutionDetail } from '@mreza/contracts-directory'
import { Button, PhoneLink, RefusalNote, useFormats, useLocalized, useNow, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import styles from '../directory.module.css'
import { useDirectoryChange } from './use-directory-change.ts'

const Value = ({ contact, name }: { contact: Contact; name: string }) => {
  const { kind, value } = contact
  if (kind === 'telephone' || kind === 'mobile') return <PhoneLink number={value} name={name} />
  if (kind === 'email') return <a href={`mailto:${value}`}>{value}</a>
  if (kind === 'web')
    return (
      <a href={value} rel="noreferrer">
        {value}
      </a>
    )
  return <span>{value}</span>
}

const useVerified = () => {
  const t = useTexts('directory')
  const formats = useFormats()
  const now = useNow()
  return (at: string | null): string => {
    if (at === null) return t('contacts.never')
    return formats.date(at) === formats.date(now)
      ? t('contacts.verified.today', { time: formats.time(at) })
      : t('contacts.verified', { date: formats.dateAfterPreposition(at) })
  }
}

/** One contact: what it is, when it was last tried, and for who may, the word that it works. */
export const ContactEntry = ({
  contact,
  institution,
  mayVerify,
}: {
  contact: Contact
  institution: InstitutionDetail
  mayVerify: boolean
}) => {
  const t = useTexts('directory')
  const localized = useLocalized()
  const verified = useVerified()
  const verifying = useMutation(useApi().directory.verifyContact.mutationOptions({ onSuccess: useDirectoryChange() }))
  return (
    <div className={styles.contact}>
      <span className="label">{t(`kind.${contact.kind}`)}</span>
      <Value contact={contact} name={localized(institution.name)} />
      {contact.note !== null && <span className="second">{contact.note}</span>}
      <span className="label">{verified(contact.verifiedAt)}</span>
      {mayVerify && (
        <div className={`screen-only ${styles.pulled}`}>
          <Button
            kind="link"
            aria-label={t('contacts.verify.named', { value: contact.value })}
            isPending={verifying.isPending}
            onPress={() => verifying.mutate({ institutionId: institution.id, contactId: contact.id })}
          >
            {t('contacts.verify')}
          </Button>
        </div>
      )}
      <RefusalNote refusal={refusalIfAny(verifying.error)} />
    </div>
  )
}
