import type { AgreementDetail } from '@mreza/contracts-agreements'
import type { AgreementId } from '@mreza/contracts-kernel'
import { Page, PageHead, QuietLoading, RefusalNote, useTexts, WorkColumns } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { StructuredParts } from '../parts/structured-parts.tsx'
import styles from '../protocols.module.css'
import { WhatFollows, type WhatFollowsFromDeclining } from '../signing/what-follows.tsx'
import { AgreementHead } from './agreement-head.tsx'
import { AgreementText } from './agreement-text.tsx'
import { ArticleList } from './article-list.tsx'
import { MyPart } from './my-part.tsx'
import { PrintHead } from './print-head.tsx'
import { Signatures } from './signatures.tsx'

const Agreement = ({ agreement }: { agreement: AgreementDetail }) => {
  const [follows, setFollows] = useState<WhatFollowsFromDeclining | null>(null)
  return (
    <>
      <AgreementHead agreement={agreement} onDeclined={setFollows} />
      <WorkColumns kind="agreement">
        <ArticleList content={agreement.content} />
        <article className={styles.document}>
          <PrintHead agreement={agreement} />
          {follows === null ? (
            <MyPart agreement={agreement} />
          ) : (
            <WhatFollows follows={follows} networkId={agreement.networkId} onClose={() => setFollows(null)} />
          )}
          <AgreementText content={agreement.content} />
          <StructuredParts content={agreement.content} />
        </article>
        <Signatures agreement={agreement} />
      </WorkColumns>
    </>
  )
}

/** An agreement: its articles, its text and the same as data, and who has signed it. */
export const AgreementPage = () => {
  const t = useTexts('protocols')
  const { agreementId } = useParams({ from: '/rooms/protocols/$agreementId' })
  const { data, error } = useQuery(useApi().agreements.readAgreement.queryOptions({ agreementId: agreementId as AgreementId }))
  if (data !== undefined) return <Agreement key={data.id} agreement={data} />
  return (
    <Page>
      <PageHead title={t('room.protocols.title')} />
      {error === null ? <QuietLoading /> : <RefusalNote refusal={refusalIfAny(error)} />}
    </Page>
  )
}
