import { Button, EmptyState, Page, PageHead, QuietLoading, RefusalNote, Split, useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useNetworks } from '../../api/institutions.ts'
import { AgreementMatrix } from './agreement-matrix.tsx'
import { FiguresBlock } from './figures-block.tsx'
import { OnRecord } from './on-record.tsx'
import { countStates, type TrackedColumn } from './tracked-columns.ts'
import { useTracker } from './use-tracker.ts'
import { WhatIsMissing } from './what-is-missing.tsx'

const useSummary = (columns: readonly TrackedColumn[], asOf: string | undefined): string => {
  const t = useTexts('tracker')
  const formats = useFormats()
  if (asOf === undefined) return ''
  const counts = countStates(columns)
  const parts = [
    t('asOf', { date: formats.dateAfterPreposition(asOf), time: formats.time(asOf) }),
    t('signatures', { count: counts.signed }),
  ]
  if (counts.waiting > 0) parts.push(t('waiting', { count: counts.waiting }))
  if (counts.declined > 0) parts.push(t('declined', { count: counts.declined }))
  return parts.join(' · ')
}

const Actions = () => {
  const t = useTexts('tracker')
  return <Button onPress={() => window.print()}>{t('print')}</Button>
}

/** Which agreements are signed, by whom, and what is on record: figures and states, never a case. */
export const TrackerPage = () => {
  const t = useTexts('tracker')
  const localized = useLocalized()
  const { own } = useNetworks()
  const { columns, institutions, asOf, records, refusal } = useTracker()
  const place = own === undefined ? '' : localized(own.locative)
  return (
    <Page wide>
      <PageHead title={t('title', { place })} second={useSummary(columns, asOf)} actions={<Actions />} />
      <RefusalNote refusal={refusal} />
      {asOf === undefined && refusal === undefined && <QuietLoading />}
      {asOf !== undefined && columns.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.why')}</EmptyState>}
      {columns.length > 0 && <AgreementMatrix columns={columns} institutions={institutions} />}
      <Split>
        <OnRecord records={records} institutions={institutions} />
        <div>
          <WhatIsMissing columns={columns} />
          <FiguresBlock />
        </div>
      </Split>
    </Page>
  )
}
