import { Button, useFormats, useTexts } from '@mreza/ui'
import { useNavigate } from '@tanstack/react-router'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { AgendaItems } from './agenda.tsx'
import { DecisionRow } from './decision-row.tsx'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'
import { WhoIsHere } from './who-is-here.tsx'

const WallHead = ({ leave }: { leave: () => void }) => {
  const t = useTexts('conference')
  const formats = useFormats()
  const { conference } = useRoom()
  const { caseCode, startsAt, place, state } = conference
  const when = { date: formats.fullDate(startsAt), time: formats.time(startsAt) }
  return (
    <header className={styles.wallHead}>
      <div>
        <p className="second">{t('head.line', { ...when, place, state: t(`state.${state}`) })}</p>
        <Heading slot="title" level={1} className="code">
          {caseCode}
        </Heading>
      </div>
      <Button onPress={leave}>{t('wall.leave')}</Button>
    </header>
  )
}

const WallDecisions = () => {
  const t = useTexts('conference')
  const { decisions } = useRoom().conference
  return (
    <section>
      <h2>{t('decisions')}</h2>
      {decisions.length === 0 && <p className="second">{t('decisions.none')}</p>}
      <ol>
        {decisions.map((decision) => (
          <DecisionRow key={decision.number} decision={decision} controls={false} />
        ))}
      </ol>
    </section>
  )
}

/** The room in large type over the whole screen, without anything to press but the way out; the plan is never on the wall. */
export const Wall = () => {
  const t = useTexts('conference')
  const navigate = useNavigate()
  const leave = () => void navigate({ to: '.', search: {} })
  return (
    <ModalOverlay isOpen onOpenChange={leave} className={styles.wall ?? ''}>
      <Modal>
        <Dialog className={styles.wallSheet ?? ''} aria-label={t('wall.title')}>
          <WallHead leave={leave} />
          <div className={styles.wallColumns}>
            <section>
              <h2>{t('agenda')}</h2>
              <AgendaItems controls={false} />
            </section>
            <WallDecisions />
            <WhoIsHere controls={false} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
