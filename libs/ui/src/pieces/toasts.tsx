import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'
import { useTexts } from '../language.tsx'
import styles from './toasts.module.css'

/** Something that has happened and can be undone. Errors are never toasts. */
export interface ToastMessage {
  readonly text: string
  readonly undo?: (() => void) | undefined
}
interface Shown extends ToastMessage {
  readonly id: number
}
type ShowToast = (message: ToastMessage) => void

const ToastContext = createContext<ShowToast>(() => undefined)
const shownFor = 10_000

const Toast = ({ message, close }: { message: Shown; close: () => void }) => {
  const t = useTexts('ui')
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(close, shownFor)
    return () => clearTimeout(timer)
  }, [held, close])
  const act = message.undo ?? close
  return (
    <li
      className={styles.toast}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
    >
      <span>{message.text}</span>
      <button
        type="button"
        onClick={() => {
          act()
          close()
        }}
      >
        {message.undo ? t('toast.undo') : t('toast.close')}
      </button>
    </li>
  )
}

/** The place of the toasts, bottom left. Stands once, at the root; gives {@link useToast} to everything inside. */
export const ToastRegion = ({ children }: { children: ReactNode }) => {
  const t = useTexts('ui')
  const [shown, setShown] = useState<readonly Shown[]>([])
  const show = useCallback<ShowToast>(
    (message) => setShown((before) => [...before.slice(-2), { ...message, id: (before.at(-1)?.id ?? 0) + 1 }]),
    [],
  )
  const close = useCallback((id: number) => setShown((before) => before.filter((message) => message.id !== id)), [])
  return (
    <ToastContext value={show}>
      {children}
      <section className={styles.region} aria-label={t('toast.region')}>
        <ol aria-live="polite">
          {shown.map((message) => (
            <ToastOf key={message.id} message={message} close={close} />
          ))}
        </ol>
      </section>
    </ToastContext>
  )
}

const ToastOf = ({ message, close }: { message: Shown; close: (id: number) => void }) => {
  const closeThis = useCallback(() => close(message.id), [close, message.id])
  return <Toast message={message} close={closeThis} />
}

/** Shows a toast for ten seconds; it stays while it is focused or under the pointer. */
export const useToast = (): ShowToast => use(ToastContext)
