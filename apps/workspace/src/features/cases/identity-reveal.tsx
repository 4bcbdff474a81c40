import { Purpose } from '@mreza/contracts-agreements'
import type { Identity } from '@mreza/contracts-conferences'
import { CoveredName, Select, useFormats, useTexts } from '@mreza/ui'
import { useState } from 'react'
import { refusalOf } from '../../api/refusal-of.ts'
import styles from './cases.module.css'

/** What a look at an identity is written down with. */
export interface Look {
  readonly purpose: Purpose
  readonly reason: string
}

const Details = ({ identity }: { identity: Identity }) => {
  const t = useTexts('cases')
  const formats = useFormats()
  const facts = [
    [t('identity.birthDate'), identity.birthDate === null ? null : formats.date(identity.birthDate)],
    [t('identity.address'), identity.address],
    [t('identity.safeContact'), identity.safeContact],
  ] as const
  return (
    <dl className={styles.identity}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? t('identity.notRecorded')}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Who the person is, covered. Looking needs a purpose and a reason; the service writes both down. */
export const IdentityReveal = ({ onLook }: { onLook: (look: Look) => Promise<Identity> }) => {
  const t = useTexts('cases')
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const [tried, setTried] = useState(false)
  const reveal = async (reason: string) => {
    if (purpose === null) return Promise.reject(new Error('a look needs its purpose'))
    const identity = await onLook({ purpose, reason })
    return { name: `${identity.givenName} ${identity.familyName}`, details: <Details identity={identity} /> }
  }
  const filled = () => {
    setTried(true)
    return purpose !== null
  }
  return (
    <CoveredName
      onReveal={reveal}
      refusalOf={refusalOf}
      mayReveal={filled}
      fields={
        <Select
          label={t('reveal.purpose')}
          options={Purpose.options.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          value={purpose}
          onChange={setPurpose}
          error={tried && purpose === null ? t('reveal.purpose.needed') : undefined}
        />
      }
    />
  )
}
