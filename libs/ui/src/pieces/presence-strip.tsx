import type { Sector } from '@mreza/contracts-kernel'
import { useEffect, useId, useRef, useState } from 'react'
import { useTexts } from '../language.tsx'
import { useAnnounce } from '../live/live-region.tsx'
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

const useComings = (people: readonly Present[]) => {
  const t = useTexts('ui')
  const announce = useAnnounce()
  const before = useRef<ReadonlyMap<string, string> | null>(null)
  useEffect(() => {
    const now = new Map(people.filter((person) => !person.self).map((person) => [person.id, person.name]))
    const known = before.current
    before.current = now
    if (known === null) return
    for (const [id, name] of now) if (!known.has(id)) announce(t('presence.came', { name }))
    for (const [id, name] of known) if (!now.has(id)) announce(t('presence.left', { name }))
  }, [people, announce, t])
}

/** Who is here now: filled chips, oneself last; more than six open on demand. Comings and goings are announced, not letters. */
export const PresenceStrip = ({ people }: { people: readonly Present[] }) => {
  const t = useTexts('ui')
  const [all, setAll] = useState(false)
  const list = useId()
  useComings(people)
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
