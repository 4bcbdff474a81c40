import { foldForSearch } from '@mreza/i18n'
import { Dialog, Icon, useTexts } from '@mreza/ui'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, SearchField } from 'react-aria-components'
import type { Found, Room } from '../room.ts'
import styles from './palette.module.css'
import { type Findings, useSearch } from './use-search.ts'

interface Group {
  readonly id: string
  readonly title: string
  readonly items: readonly Found[]
}

const useGroups = (rooms: readonly Room[], words: string, findings: Findings): readonly Group[] => {
  const t = useTexts('shell')
  const wanted = foldForSearch(words.trim())
  const places = rooms
    .map((room): Found => ({ id: `room/${room.id}`, label: t(`room.${room.id}`), to: room.path }))
    .filter((place) => foldForSearch(place.label).includes(wanted))
  const found = findings.groups.map((group) => ({ id: group.room, title: groupTitle(t, group.room), items: group.found }))
  return [...found, { id: 'rooms', title: t('search.rooms'), items: places }].filter((group) => group.items.length > 0)
}

const named = ['cases', 'directory', 'protocols', 'tracker'] as const
const groupTitle = (t: ReturnType<typeof useTexts<'shell'>>, room: Room['id']): string => {
  const known = named.find((each) => each === room)
  return known === undefined ? t(`room.${room}`) : t(`search.group.${known}`)
}

const Status = ({ findings, words, count }: { findings: Findings; words: string; count: number }) => {
  const t = useTexts('shell')
  const said = () => {
    if (findings.state === 'searching') return t('search.searching')
    if (findings.state === 'partly') return t('search.failed')
    if (count === 0 && words.trim() !== '') return t('search.nothing', { words: words.trim() })
    return findings.state === 'done' ? t('search.found', { count }) : ''
  }
  return (
    <p className={styles.status} role="status">
      {said()}
    </p>
  )
}

/** Goes to a room or to anything that the rooms find, by words in either script. */
export const Palette = ({ rooms, onClose }: { rooms: readonly Room[]; onClose: () => void }) => {
  const t = useTexts('shell')
  const router = useRouter()
  const [words, setWords] = useState('')
  const findings = useSearch(rooms, words)
  const groups = useGroups(rooms, words, findings)
  const addresses = new Map(groups.flatMap((group) => group.items.map((item) => [item.id, item.to])))
  const go = (id: string) => {
    onClose()
    const to = addresses.get(id)
    if (to !== undefined) router.history.push(to)
  }
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={t('search.title')} place="top">
      <Autocomplete inputValue={words} onInputChange={setWords}>
        <SearchField className={styles.field ?? ''} aria-label={t('search.field')} autoFocus>
          <Icon name="search" />
          <Input className={styles.input ?? ''} placeholder={t('search.field')} />
        </SearchField>
        <Menu
          className={styles.list ?? ''}
          aria-label={t('search.title')}
          onAction={(key) => go(String(key))}
          items={groups}
          renderEmptyState={() => null}
        >
          {(group) => (
            <MenuSection id={group.id}>
              <Header className={`label ${styles.group}`}>{group.title}</Header>
              {group.items.map((item) => (
                <MenuItem key={item.id} id={item.id} textValue={item.label} className={styles.item ?? ''}>
                  <span>{item.label}</span>
                  {item.second !== undefined && <span className="second">{item.second}</span>}
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </Autocomplete>
      <Status findings={findings} words={words} count={groups.reduce((sum, group) => sum + group.items.length, 0)} />
    </Dialog>
  )
}
