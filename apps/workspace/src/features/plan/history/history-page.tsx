import type { PlanVersion } from '@mreza/contracts-plans'
import { buttonClass, EmptyState, Page, PageHead, QuietLoading, Row, Rows, StateMark, useFormats, useNow, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { usePersonNames } from '../../conference/use-person-name.ts'
import { InstitutionChip } from '../document/institution-choice.tsx'
import { usePlan } from '../plan-context.ts'
import { PlanHead } from '../plan-head.tsx'
import styles from './history.module.css'
import { KeepDraft } from './keep-draft.tsx'
import { useVersionName } from './use-version-name.ts'
import { useVersions } from './use-versions.ts'

const Writers = ({ version }: { version: PlanVersion }) => {
  const t = useTexts('plan')
  if (version.writers.length === 0) return null
  return (
    <p className={styles.writers}>
      <span className="label">{t('history.wrote')}</span>
      {version.writers.map((id) => (
        <InstitutionChip key={id} id={id} />
      ))}
    </p>
  )
}

const Title = ({ version }: { version: PlanVersion }) => {
  const { plan } = usePlan()
  const name = useVersionName()(version)
  if (version.kind !== 'approved') return name
  return (
    <Link to="/cases/$caseId/plan/versions/$versionId" params={{ caseId: plan.caseId, versionId: version.id }}>
      {name}
    </Link>
  )
}

const VersionRow = ({ version }: { version: PlanVersion }) => {
  const t = useTexts('plan')
  const formats = useFormats()
  const now = useNow()
  const { plan } = usePlan()
  const who = usePersonNames([version.by])
  const by = version.by === null ? t('history.bySystem') : who(version.by)
  return (
    <Row
      title={<Title version={version} />}
      second={`${formats.dayAndTime(version.at, now)} · ${by}`}
      action={
        <Link
          className={buttonClass('secondary')}
          to="/cases/$caseId/plan/compare"
          params={{ caseId: plan.caseId }}
          search={{ from: version.id, to: 'draft' }}
        >
          {t('history.compare')}
        </Link>
      }
    >
      <p className={styles.kind}>
        <StateMark state={version.kind === 'approved' ? 'yes' : version.kind === 'kept' ? 'ready' : 'unknown'}>
          {t(`history.kind.${version.kind}`)}
        </StateMark>
      </p>
      <Writers version={version} />
    </Row>
  )
}

/** What was kept of the plan: approved versions, drafts under a name, automatic points of the last day. */
export const HistoryPage = () => {
  const t = useTexts('plan')
  const versions = useVersions()
  return (
    <>
      <PlanHead />
      <Page>
        <PageHead title={t('history.title')} second={t('history.what')} actions={<KeepDraft />} />
        {versions === undefined && <QuietLoading />}
        {versions?.length === 0 && <EmptyState title={t('history.none')}>{t('history.none.why')}</EmptyState>}
        {versions !== undefined && versions.length > 0 && (
          <Rows label={t('history.title')}>
            {versions.map((version) => (
              <VersionRow key={version.id} version={version} />
            ))}
          </Rows>
        )}
      </Page>
    </>
  )
}
