import type { Sector } from '@mreza/contracts-kernel'
import { useId, useState } from 'react'
import { useTexts } from '../language.tsx'
import { Button } from './button.tsx'
import { Chip } from './chip.tsx'
import styles from './presence-strip.module.css'

/** Somebody who is here. */
export interface Present {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly institution?: string | undefined
  readonly sector: Sector
  readonly self?: boolean | undefined
}

const shown = 6

/** Who is here now: filled chips, oneself last; more than six open on demand. Who comes and goes is announced by the page, in its own pace. */
export const PresenceStrip = ({ people }: { people: readonly Present[] }) => {
  const t = useTexts('ui')
  const [all, setAll] = useState(false)
  const list = useId()
  const ordered = people.toSorted((a, b) => Number(a.self ?? false) - Number(b.self ?? false))
  const visible = all || ordered.length <= shown ? ordered : [...ordered.slice(0, shown - 1), ...ordered.slice(-1)]
  return (
    <div className={styles.strip}>
      <ul className={styles.people} id={list} aria-label={t('presence.here')}>
        {visible.map((person) => (
          <li key={person.id}>
            <Chip sector={person.sector} short={person.short} institution={person.institution} here>
              {person.self ? t('presence.you') : person.name}
            </Chip>
          </li>
        ))}
      </ul>
      {visible.length < ordered.length && (
        <Button kind="link" aria-controls={list} onPress={() => setAll(true)}>
          {t('presence.more', { count: ordered.length - visible.length })}
        </Button>
      )}
    </div>
  )
}
