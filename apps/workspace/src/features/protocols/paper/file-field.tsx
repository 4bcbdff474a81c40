import { Button } from '@mreza/ui'
import { useId, useRef } from 'react'
import styles from '../protocols.module.css'

/** Chooses one file by a button; says its name, and what is wrong with it, beside. */
export const FileField = ({
  label,
  choose,
  hint,
  accept,
  file,
  error,
  onChange,
}: {
  label: string
  choose: string
  hint: string
  accept: string
  file: File | null
  error: string | undefined
  onChange: (file: File | null) => void
}) => {
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <div className={styles.file}>
      <label className={styles.fileLabel} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        ref={input}
        type="file"
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
      <div className={styles.fileRow}>
        <Button onPress={() => input.current?.click()}>{choose}</Button>
        <span className={styles.fileName}>{file?.name ?? ''}</span>
      </div>
      <p className="label">{hint}</p>
      {error !== undefined && (
        <p className={styles.wrong} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
