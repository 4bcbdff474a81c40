import { Button, ButtonRow, Note, useTexts } from '@mreza/ui'
import { useState } from 'react'
import { InstitutionChip } from '../document/institution-choice.tsx'
import { useNames } from '../document/names.tsx'
import { useEditing } from '../editor/editing-context.ts'
import type { Suggestion } from '../editor/suggestion.ts'
import { decideSuggestion, useSuggestions } from '../editor/use-suggestions.ts'
import { useWriters } from '../editor/use-writers.ts'
import type { LiveRoom } from '../live/live-room.ts'
import { usePlan } from '../plan-context.ts'
import styles from './panel.module.css'
import { suggestionsIn, useFromContents } from './use-gaps.ts'
import { useWhere } from './use-where.ts'

const useSaid = () => {
  const t = useTexts('plan')
  return ({ kind, added, removed }: Suggestion) => {
    if (kind === 'replacement')
      return (
        <>
          <del>{removed}</del> <ins>{added}</ins>
        </>
      )
    if (kind === 'insertion') return <ins>{added}</ins>
    if (kind === 'deletion') return <del>{removed}</del>
    return <>{t(`suggestion.${kind}`)}</>
  }
}

const Who = ({ clientId }: { clientId: number }) => {
  const t = useTexts('plan')
  const names = useNames()
  const { plan, list } = usePlan()
  const writer = useWriters(plan.planId, list, true).get(clientId)
  if (writer === undefined) return <span className="label">{t('suggestion.somebody')}</span>
  return (
    <p className={styles.who}>
      <InstitutionChip id={writer.institutionId} /> {names(writer.personId, writer.institutionId).person}
    </p>
  )
}

const Proposal = ({ room, suggestion, onAway }: { room: LiveRoom; suggestion: Suggestion; onAway: () => void }) => {
  const t = useTexts('plan')
  const said = useSaid()
  const where = useWhere()(room, suggestion.place)
  const { editors, mode } = useEditing()
  const [faster, setFaster] = useState(false)
  const decide = (decision: 'accept' | 'refuse') => setFaster(!decideSuggestion(room, suggestion, decision))
  const show = () => {
    onAway()
    editors.showSuggestion(room, suggestion)
  }
  return (
    <Note label={t('suggestion.label', { where })}>
      <Who clientId={suggestion.clientId} />
      <p className="label">{t('suggestion.at', { where })}</p>
      <p>{said(suggestion)}</p>
      {faster && <p role="alert">{t('suggestion.faster')}</p>}
      <ButtonRow>
        {room.right === 'write' && mode !== 'read' && (
          <>
            <Button onPress={() => decide('accept')}>{t('suggestion.accept')}</Button>
            <Button kind="link" onPress={() => decide('refuse')}>
              {t('suggestion.refuse')}
            </Button>
          </>
        )}
        <Button kind="link" onPress={show}>
          {t('note.show')}
        </Button>
      </ButtonRow>
    </Note>
  )
}

const InRoom = ({ room, onAway }: { room: LiveRoom; onAway: () => void }) =>
  useSuggestions(room).map((suggestion) => <Proposal key={suggestion.key} room={room} suggestion={suggestion} onAway={onAway} />)

/** What colleagues propose to change and nobody has decided, room by room. */
export const SuggestionList = ({ onAway }: { onAway: () => void }) => {
  const t = useTexts('plan')
  const { list } = usePlan()
  const open = useFromContents(list, suggestionsIn)
  return (
    <>
      {open === 0 && <p className="second">{t('suggestion.none')}</p>}
      {list.map((room) => (
        <InRoom key={room.room} room={room} onAway={onAway} />
      ))}
    </>
  )
}
