import { DropZone, Text } from 'react-aria-components'
import styles from './reorder.module.css'

/** What a place to put something down is given. */
export interface DropHereProps {
  /** The type under which the thing that is moved carries its id. */
  readonly type: string
  readonly label: string
  readonly onDrop: (id: string) => void
}

/** A place on which a thing of this type can be put down. */
export const DropHere = ({ type, label, onDrop }: DropHereProps) => (
  <DropZone
    className={styles.zone ?? ''}
    aria-label={label}
    getDropOperation={(types) => (types.has(type) ? 'move' : 'cancel')}
    onDrop={({ items }) => {
      const [item] = items
      if (item?.kind === 'text' && item.types.has(type)) void item.getText(type).then(onDrop)
    }}
  >
    <Text slot="label" className="visually-hidden">
      {label}
    </Text>
  </DropZone>
)
