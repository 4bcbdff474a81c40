import type { DemoPerson } from '@mreza/contracts-identity'
import type { Role } from '@mreza/contracts-kernel'
import { Button, Chip, HangingSection, InOwnLanguage, RefusalNote, useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'
import { refusalIfAny } from '../../api/refusal-of.ts'
import { useEnter } from '../../api/session.ts'
import { useNameOf } from '../layout/own-words.ts'
import styles from './demo-register.module.css'

const order = [
  'coordinator',
  'practitioner',
  'head',
  'city-official',
  'center-officer',
  'auditor',
  'administrator',
] as const satisfies readonly Role[]
const firstRole = (person: DemoPerson): Role | undefined => order.find((role) => person.roles.includes(role))

interface LineProps {
  readonly person: DemoPerson
  readonly isPending: boolean
  readonly isDisabled: boolean
  readonly onEnter: () => void
}

/** One line of the register: the mark of the sector, who, what they are and where, and the way in. */
const PersonLine = ({ person, isPending, isDisabled, onEnter }: LineProps) => {
  const t = useTexts('shell')
  const words = useTexts('words')
  const name = useNameOf()(person.displayName)
  return (
    <li className={styles.line}>
      <Chip sector={person.sector} short={words(`sector.short.${person.sector}`)} />
      <div>
        <p className="strong">{name}</p>
        <p className="second">
          <InOwnLanguage text={person.jobTitle} />
        </p>
      </div>
      <p className={`second ${styles.place}`}>
        <InOwnLanguage text={person.institutionName} />
      </p>
      <Button kind="link" isPending={isPending} isDisabled={isDisabled} onPress={onEnter}>
        {t('signIn.demo.action')}
        <span className="visually-hidden">: {name}</span>
      </Button>
    </li>
  )
}

/** The demo people as a register, by what they are in the network; one press signs in. */
export const DemoRegister = ({ people, to }: { people: readonly DemoPerson[]; to: string | undefined }) => {
  const t = useTexts('shell')
  const words = useTexts('words')
  const localized = useLocalized()
  const { compare } = useFormats()
  const enter = useEnter()
  const signIn = useMutation(useApi().identity.signInAsDemo.mutationOptions({ onSuccess: (me) => enter(me, to) }))
  const groups = order
    .map((role) => ({ role, members: people.filter((person) => firstRole(person) === role) }))
    .filter((group) => group.members.length > 0)
  return (
    <>
      <RefusalNote refusal={refusalIfAny(signIn.error)} />
      {groups.map(({ role, members }) => (
        <HangingSection key={role} title={words(`role.plural.${role}`)} summary={t(`signIn.role.${role}`)}>
          <ul className={styles.register} aria-label={t('signIn.demo.list', { role: words(`role.plural.${role}`) })}>
            {members
              .toSorted((a, b) => compare(localized(a.institutionName), localized(b.institutionName)))
              .map((person) => (
                <PersonLine
                  key={person.slug}
                  person={person}
                  isPending={signIn.isPending && signIn.variables.personSlug === person.slug}
                  isDisabled={signIn.isPending}
                  onEnter={() => signIn.mutate({ personSlug: person.slug })}
                />
              ))}
          </ul>
        </HangingSection>
      ))}
    </>
  )
}
