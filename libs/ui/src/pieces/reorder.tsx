import { createContext, lazy, type ReactNode, Suspense, use, useMemo, useRef, useState } from 'react'
import { useDrag } from 'react-aria-components/useDrag'
import { Icon } from '../icons/icon.tsx'
import styles from './reorder.module.css'

// Comes when the first thing is taken up.
const DropHere = lazy(async () => ({ default: (await import('./drop-here.tsx')).DropHere }))

interface Dragging {
  /** Of what kind the thing is that is being moved, so that it can only be put where its kind belongs. */
  readonly kind: string | null
  readonly begin: (kind: string) => void
  readonly end: () => void
}
const DraggingContext = createContext<Dragging>({ kind: null, begin: () => undefined, end: () => undefined })
const typeOf = (kind: string) => `application/x-mreza-${kind.toLowerCase()}`

/** Lets the things inside be put into another order: with the pointer, by touch, and by keyboard (Enter on the handle, Tab, Enter). */
export const Reorder = ({ children }: { children: ReactNode }) => {
  const [kind, setKind] = useState<string | null>(null)
  const dragging = useMemo<Dragging>(
    // The browser takes its picture of what is dragged first; a page that changed in that moment would end the drag.
    () => ({ kind, begin: (begun) => setTimeout(() => setKind(begun)), end: () => setTimeout(() => setKind(null)) }),
    [kind],
  )
  return <DraggingContext value={dragging}>{children}</DraggingContext>
}

/** The handle by which a thing is taken. */
export const DragHandle = ({ kind, id, label }: { kind: string; id: string; label: string }) => {
  const dragging = use(DraggingContext)
  const ref = useRef<HTMLButtonElement>(null)
  const { dragProps, isDragging } = useDrag({
    getItems: () => [{ [typeOf(kind)]: id, 'text/plain': label }],
    getAllowedDropOperations: () => ['move'],
    onDragStart: () => dragging.begin(kind),
    onDragEnd: dragging.end,
  })
  return (
    <button type="button" {...dragProps} ref={ref} className={styles.handle} aria-label={label} data-dragging={isDragging || undefined}>
      <Icon name="drag" />
    </button>
  )
}

/** Where a thing of this kind can be put down; there only while one is being moved. */
export const DropLine = ({ kind, label, onDrop }: { kind: string; label: string; onDrop: (id: string) => void }) => {
  const dragging = use(DraggingContext)
  if (dragging.kind !== kind) return null
  return (
    <div className={styles.line}>
      <Suspense fallback={null}>
        <DropHere type={typeOf(kind)} label={label} onDrop={onDrop} />
      </Suspense>
    </div>
  )
}
