import type { agreementOperations } from '@mreza/contracts-agreements'
import type { NetworkId } from '@mreza/contracts-kernel'
import { Button, InOwnLanguage, useFormats, useTexts } from '@mreza/ui'
import { useEffect, useId, useRef } from 'react'
import type * as z from 'zod'
import { useInstitutionName } from '../party-institutions.ts'
import styles from '../protocols.module.css'

/** What the service says follows from a party's declining. */
export type WhatFollowsFromDeclining = z.output<typeof agreementOperations.declineAgreement.output>['follows']

/** What follows for the institution that has just declined (AG6); takes the focus, for it is the answer to what was done. */
export const WhatFollows = ({
  follows,
  networkId,
  onClose,
}: {
  follows: WhatFollowsFromDeclining
  networkId: NetworkId
  onClose: () => void
}) => {
  const t = useTexts('protocols')
  const formats = useFormats()
  const nameOf = useInstitutionName(networkId)
  const title = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={styles.panel} aria-labelledby={title}>
      <h2 id={title} ref={heading} tabIndex={-1}>
        {t('follows')}
      </h2>
      <p className="strong">{t(follows.canComeIntoForceWithout ? 'follows.can' : 'follows.cannot')}</p>
      {follows.missing.signatures > 0 && <p>{t('follows.missing', { count: follows.missing.signatures })}</p>}
      {follows.dutiesNotBinding.length > 0 && (
        <>
          <p>{t('follows.duties')}</p>
          <ul className={styles.list}>
            {follows.dutiesNotBinding.map((duty) => (
              <li key={duty.en}>
                <InOwnLanguage text={duty} />
              </li>
            ))}
          </ul>
        </>
      )}
      {follows.told.length > 0 && <p>{t('follows.told', { institutions: formats.list(follows.told.map(nameOf)) })}</p>}
      <p>{t('follows.later')}</p>
      <Button onPress={onClose}>{t('follows.close')}</Button>
    </section>
  )
}
