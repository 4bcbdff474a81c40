import type { ObligationState } from '@mreza/contracts-agreements'
import { Icon, type IconName, useTexts } from '@mreza/ui'
import styles from './obligations.module.css'

const shapes: Readonly<Record<ObligationState, IconName>> = {
  broken: 'broken',
  late: 'hourglass',
  disputed: 'half-circle',
  due: 'warning',
  'not-due': 'dial',
  kept: 'disc-check',
  waived: 'diamond',
}

/** How a term stands: a shape and a word, never colour alone. */
export const ObligationStateMark = ({ state }: { state: ObligationState }) => {
  const t = useTexts('obligations')
  return (
    <span className={styles.state} data-state={state}>
      <Icon name={shapes[state]} />
      {t(`state.${state}`)}
    </span>
  )
}
