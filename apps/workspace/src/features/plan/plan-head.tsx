import { TabLinks, tabLinkClass, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './plan.module.css'
import { PlanBar } from './plan-bar.tsx'
import { usePlan } from './plan-context.ts'

const tabs = [
  { to: '/cases/$caseId/plan', name: 'tab.document', exact: true },
  { to: '/cases/$caseId/plan/history', name: 'tab.history', exact: false },
  { to: '/cases/$caseId/plan/approval', name: 'tab.approval', exact: false },
  { to: '/cases/$caseId/plan/access', name: 'tab.access', exact: false },
] as const

/** What stands over every page of a plan: what this is, whether it is saved, who is here, its pages, and what one does on this one. */
export const PlanHead = ({ tools }: { tools?: ReactNode }) => {
  const t = useTexts('plan')
  const { plan, theCase } = usePlan()
  return (
    <>
      <PlanBar plan={plan} code={theCase?.code} />
      <div className={styles.pages}>
        <TabLinks label={t('tabs')}>
          {tabs.map(({ to, name, exact }) => (
            <Link key={to} to={to} params={{ caseId: plan.caseId }} className={tabLinkClass} activeOptions={{ exact }}>
              {t(name)}
            </Link>
          ))}
        </TabLinks>
        {tools !== undefined && <div className={styles.tools}>{tools}</div>}
      </div>
    </>
  )
}
