import { Button, useTexts } from '@mreza/ui'
import { useState } from 'react'
import styles from '../protocols.module.css'

const inFours = (hash: string) => hash.match(/.{1,4}/g) ?? []

/** The SHA-256 of the text: the first four groups, all sixteen on demand and always in print. */
export const Fingerprint = ({ hash }: { hash: string }) => {
  const t = useTexts('protocols')
  const [full, setFull] = useState(false)
  const groups = inFours(hash)
  return (
    <>
      <p className={`screen-only ${styles.fingerprint}`} translate="no">
        {(full ? groups : groups.slice(0, 4)).join(' ')}
        {!full && ' …'}
      </p>
      <p className="print-only">{hash}</p>
      <div className={styles.pulled}>
        <Button kind="link" aria-expanded={full} onPress={() => setFull(!full)}>
          {t(full ? 'fingerprint.hide' : 'fingerprint.show')}
        </Button>
      </div>
    </>
  )
}
