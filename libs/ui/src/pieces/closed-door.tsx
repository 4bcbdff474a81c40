import type { Instant } from '@mreza/contracts-kernel'
import type { ReactNode } from 'react'
import { DoorDrawing } from '../icons/icon.tsx'
import { useFormats, useTexts } from '../language.tsx'
import { useNow } from '../now.tsx'
import { Button } from './button.tsx'
import styles from './closed-door.module.css'

/** What a door is given. Nothing of what is behind it, not even its size. */
export interface ClosedDoorProps {
  /** Who holds the key, by name and institution. */
  readonly keyHolders?: readonly string[] | undefined
  /** When the reader asked, if they have. */
  readonly askedAt?: Instant | null | undefined
  readonly onAsk?: (() => void) | undefined
  readonly onWithdraw?: (() => void) | undefined
  readonly isPending?: boolean | undefined
  /** A sentence in place of the usual title, such as on a projected screen. */
  readonly title?: ReactNode
}

/** A part that is closed to the reader: a drawing, a sentence, who holds the key, one button to ask. */
export const ClosedDoor = ({ keyHolders = [], askedAt, onAsk, onWithdraw, isPending = false, title }: ClosedDoorProps) => {
  const t = useTexts('ui')
  const formats = useFormats()
  const now = useNow()
  const act = askedAt ? onWithdraw : onAsk
  return (
    <div className={styles.door}>
      <DoorDrawing className={styles.drawing} />
      <div>
        <h3 className={styles.title}>{title ?? t('door.title')}</h3>
        <p className="second">
          {keyHolders.length > 0 ? t('door.key', { who: formats.list(keyHolders) }) : t('door.key.unknown')}
          {askedAt && ` ${t('door.asked', { time: formats.dayAndTime(askedAt, now) })}`}
        </p>
      </div>
      {act && (
        <Button isPending={isPending} onPress={act}>
          {askedAt ? t('door.withdraw') : t('door.ask')}
        </Button>
      )}
    </div>
  )
}
