import { canInAgreements } from '@mreza/contracts-agreements'
import { buttonClass, EmptyState, HangingSection, InOwnLanguage, RefusalNote, Row, Rows, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import styles from '../protocols.module.css'

/** The library of templates; who may makes an agreement from one. `first`: nothing on the page comes before it. */
export const LibrarySection = ({ first }: { first: boolean }) => {
  const t = useTexts('protocols')
  const { subject } = useMe()
  const { data, error } = useQuery(useApi().agreements.listTemplates.queryOptions({}))
  const mayMake = subject.networkId !== null && canInAgreements(subject, 'agreement.draft', { networkId: subject.networkId })
  return (
    <HangingSection title={t('library')} summary={t('library.summary')}>
      <RefusalNote refusal={refusalIfAny(error)} />
      {data?.length === 0 && <EmptyState title={t('library.empty')} />}
      <Rows label={t('library')}>
        {data?.map(({ id, kind, version, title, purpose }, at) => (
          <Row key={id} title={<InOwnLanguage text={title} />} second={t('library.version', { kind: t(`kind.${kind}`), version })}>
            <p className="prose">
              <InOwnLanguage text={purpose} />
            </p>
            {mayMake && (
              <p className={`screen-only ${styles.act}`}>
                <Link
                  className={buttonClass(first && at === 0 ? 'primary' : 'secondary')}
                  to="/protocols/new/$templateId"
                  params={{ templateId: id }}
                >
                  {t('library.make')}
                </Link>
              </p>
            )}
          </Row>
        ))}
      </Rows>
    </HangingSection>
  )
}
