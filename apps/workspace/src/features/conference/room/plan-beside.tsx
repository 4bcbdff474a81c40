import { Button, ButtonRow, buttonClass, QuietLoading, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useId, useState } from 'react'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'

const PlanPane = lazy(() => import('./plan-pane.tsx').then((module) => ({ default: module.PlanPane })))

/** The plan, opened in the room when somebody wants to write in it; fetched only then. Put away it lives on, so that nothing typed is lost. */
export const PlanBeside = () => {
  const t = useTexts('conference')
  const name = useId()
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setOpened] = useState(false)
  const toggle = () => {
    setOpened(true)
    setOpen(!isOpen)
  }
  const { caseId } = useRoom().conference
  return (
    <section aria-labelledby={name} className={styles.part}>
      <h2 id={name}>{t('plan')}</h2>
      <div className={styles.planActs}>
        <ButtonRow>
          <Button aria-expanded={isOpen} onPress={toggle}>
            {t(isOpen ? 'plan.close' : 'plan.open')}
          </Button>
          <Link to="/cases/$caseId/plan" params={{ caseId }} className={buttonClass('link')}>
            {t('plan.page')}
          </Link>
        </ButtonRow>
      </div>
      {wasOpened && (
        <div hidden={!isOpen}>
          <Suspense fallback={<QuietLoading />}>
            <PlanPane caseId={caseId} />
          </Suspense>
        </div>
      )}
    </section>
  )
}
