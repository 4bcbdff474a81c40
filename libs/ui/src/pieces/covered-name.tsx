import type { RefusalShape } from '@mreza/contracts-kernel'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTexts } from '../language.tsx'
import { useAnnounce } from '../live/live-region.tsx'
import { Button } from './button.tsx'
import styles from './covered-name.module.css'
import { ReasonDialog } from './reason-dialog.tsx'

const secondsShown = 60

/** What is under the cover: the name, and what else is known of who the person is. */
export interface Uncovered {
  readonly name: string
  readonly details?: ReactNode
}

/** What a covered name is given. */
export interface CoveredNameProps {
  /** Asks the service for the name; it logs the reason. Rejects when it refuses. */
  readonly onReveal: (reason: string) => Promise<Uncovered>
  /** Turns what `onReveal` threw into a refusal to show in the dialog. */
  readonly refusalOf: (cause: unknown) => RefusalShape
  /** Further fields of the question, before the reason. */
  readonly fields?: ReactNode
  /** Whether they are filled in; asked at every press. */
  readonly mayReveal?: (() => boolean) | undefined
}

const useCountdown = (running: boolean, ended: () => void) => {
  const [left, setLeft] = useState(secondsShown)
  useEffect(() => {
    if (!running) return
    const until = Date.now() + secondsShown * 1000
    setLeft(secondsShown)
    const timer = setInterval(() => {
      const seconds = Math.ceil((until - Date.now()) / 1000)
      setLeft(Math.max(0, seconds))
      if (seconds <= 0) ended()
    }, 250)
    return () => clearInterval(timer)
  }, [running, ended])
  return left
}

const useCoverOnLeaving = (running: boolean, cover: () => void) => {
  useEffect(() => {
    if (!running) return
    const hidden = () => document.visibilityState === 'hidden' && cover()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', cover)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', cover)
    }
  }, [running, cover])
}

const useRevealing = ({ onReveal, refusalOf }: CoveredNameProps, revealed: (found: Uncovered) => void) => {
  const [asking, setAsking] = useState(false)
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<RefusalShape>()
  const reveal = async (reason: string) => {
    setPending(true)
    setRefusal(undefined)
    try {
      revealed(await onReveal(reason))
      setAsking(false)
    } catch (cause) {
      setRefusal(refusalOf(cause))
    } finally {
      setPending(false)
    }
  }
  return { asking, setAsking, isPending, refusal, reveal }
}

/**
 * The beneficiary's name, covered until asked for. Asking needs a reason and is logged by the service; the name covers itself after 60 s,
 * on leaving the page and on locking. It is in this component's memory only while it is shown.
 */
export const CoveredName = (props: CoveredNameProps) => {
  const t = useTexts('ui')
  const announce = useAnnounce()
  const [found, setFound] = useState<Uncovered | null>(null)
  const cover = useCallback(() => {
    setFound(null)
    announce(t('covered.nowCovered'))
  }, [announce, t])
  const left = useCountdown(found !== null, cover)
  useCoverOnLeaving(found !== null, cover)
  const revealing = useRevealing(props, setFound)
  return (
    <div className={styles.covered}>
      {found === null ? <span className={styles.bar}>{t('covered.bar')}</span> : <strong className={styles.name}>{found.name}</strong>}
      {found === null ? (
        <>
          <Button onPress={() => revealing.setAsking(true)}>{t('covered.show')}</Button>
          <span className="label">{t('covered.note')}</span>
        </>
      ) : (
        <>
          <Button onPress={cover}>{t('covered.again')}</Button>
          <span className="label" role="timer">
            {t('covered.left', { count: left })}
          </span>
        </>
      )}
      {found?.details !== undefined && <div className={styles.details}>{found.details}</div>}
      {revealing.asking && (
        <ReasonDialog
          isOpen
          onOpenChange={revealing.setAsking}
          title={t('covered.question')}
          consequence={t('covered.consequence')}
          reasonLabel={t('covered.reason')}
          confirm={t('covered.show')}
          isPending={revealing.isPending}
          refusal={revealing.refusal}
          onConfirm={(reason) => void revealing.reveal(reason)}
          mayConfirm={props.mayReveal}
        >
          {props.fields}
        </ReasonDialog>
      )}
    </div>
  )
}
