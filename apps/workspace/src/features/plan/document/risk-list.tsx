import { type RiskId, RiskLevel } from '@mreza/contracts-plans'
import { addRisk, assignRisk, placeRisk, type Risk, setRiskLevel, withdrawRisk } from '@mreza/plan-document'
import { Button, ChoiceButton, DragHandle, DropLine, StateMark, useTexts, useToast } from '@mreza/ui'
import { memo } from 'react'
import { useEditing } from '../editor/editing-context.ts'
import { LiveText } from '../editor/live-text.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import { useMayChange } from './desk.ts'
import styles from './document.module.css'
import { InstitutionChoice } from './institution-choice.tsx'
import { soon } from './soon.ts'
import { useContent } from './use-content.ts'
import { WithdrawnList } from './withdrawn-list.tsx'

const kind = 'risk'
const marks = { low: 'ready', medium: 'partly', high: 'no' } as const

interface RiskProps {
  readonly room: LiveRoom
  readonly risk: Risk
  readonly number: number
}

const Level = ({ room, risk }: Omit<RiskProps, 'number'>) => {
  const t = useTexts('plan')
  return (
    <ChoiceButton
      label={t('risk.level')}
      nothing={t('risk.level.none')}
      value={risk.level}
      options={RiskLevel.options.map((value) => ({ value, label: t(`risk.level.${value}`) }))}
      onChange={(level) => setRiskLevel(room.doc, risk.id, level)}
      isDisabled={!useMayChange(room)}
    >
      {risk.level !== null && <StateMark state={marks[risk.level]}>{t(`risk.level.${risk.level}`)}</StateMark>}
    </ChoiceButton>
  )
}

const Tools = ({ room, risk, number }: RiskProps) => {
  const t = useTexts('plan')
  const toast = useToast()
  const withdraw = () => {
    withdrawRisk(room.doc, risk.id)
    toast({ text: t('risk.withdrawn', { number }), undo: () => withdrawRisk(room.doc, risk.id, false) })
  }
  return (
    <div className={styles.riskTools}>
      <DragHandle kind={kind} id={risk.id} label={t('risk.drag', { number })} />
      <Button kind="link" onPress={withdraw} aria-label={t('risk.withdraw', { number })}>
        {t('activity.withdraw')}
      </Button>
    </div>
  )
}

const Row = memo(({ room, risk, number }: RiskProps) => {
  const t = useTexts('plan')
  const mayChange = useMayChange(room)
  const drop = (id: string) => id !== risk.id && placeRisk(room.doc, id as RiskId, risk.id)
  return (
    <li className={styles.risk}>
      <DropLine kind={kind} label={t('risk.drop', { number })} onDrop={drop} />
      <div className={styles.riskWhat}>
        <LiveText
          room={room}
          place={{ in: 'risk', id: risk.id, field: 'what' }}
          look="line"
          label={t('risk.what', { number })}
          hint={t('risk.what.hint')}
        />
      </div>
      <Level room={room} risk={risk} />
      <div className={styles.riskResponse}>
        <LiveText
          room={room}
          place={{ in: 'risk', id: risk.id, field: 'response' }}
          look="line"
          label={t('risk.response', { number })}
          hint={t('risk.response.hint')}
        />
      </div>
      <InstitutionChoice
        label={t('risk.who')}
        nothing={t('risk.who.none')}
        value={risk.responsibleInstitutionId}
        onChange={(id) => assignRisk(room.doc, risk.id, id)}
        isDisabled={!mayChange}
      />
      {mayChange && <Tools room={room} risk={risk} number={number} />}
    </li>
  )
})

/** What may happen, how grave it is, what is done then and by whom. */
export const RiskList = ({ room }: { room: LiveRoom }) => {
  const t = useTexts('plan')
  const { editors } = useEditing()
  const risks = useContent(room, (content) => content.risks)
  const mayChange = useMayChange(room)
  const shown = risks.filter(({ withdrawn }) => !withdrawn)
  const gone = risks
    .filter(({ withdrawn }) => withdrawn)
    .map(({ id, what }) => ({ id, text: what, back: () => withdrawRisk(room.doc, id, false) }))
  const add = () => {
    const id = addRisk(room.doc)
    soon(() => editors.showText(room, { in: 'risk', id, field: 'what' }))
  }
  if (shown.length === 0 && gone.length === 0 && !mayChange) return null
  return (
    <div id="risks">
      {shown.length > 0 && (
        <ol className={styles.risks} aria-label={t('risks')}>
          {shown.map((risk, at) => (
            <Row key={risk.id} room={room} risk={risk} number={at + 1} />
          ))}
        </ol>
      )}
      {mayChange && (
        <div className={styles.add}>
          <DropLine kind={kind} label={t('risk.drop.end')} onDrop={(id) => placeRisk(room.doc, id as RiskId, null)} />
          <Button kind="link" onPress={add}>
            {t('risk.add')}
          </Button>
        </div>
      )}
      <WithdrawnList items={gone} mayChange={mayChange} />
    </div>
  )
}
