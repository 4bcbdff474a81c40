import { useEffect, useState } from 'react'
import { useTexts } from '../language.tsx'
import styles from './quiet-loading.module.css'

/** Says that something is on its way, after a moment and in words; nothing moves and nothing is drawn in place of the text. */
export const QuietLoading = ({ label }: { label?: string | undefined }) => {
  const t = useTexts('ui')
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className={styles.loading} role="status">
      {late ? (label ?? t('loading')) : ''}
    </p>
  )
}
