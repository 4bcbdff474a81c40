import { type EvidenceFacts, longestScan, type ObligationDetail, type ObligationTerm, ScanMediaType } from '@mreza/contracts-agreements'
import { DateField, RadioGroup, ReasonDialog, TextArea, TextField, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { useLifeChange } from '../life/use-life-change.ts'
import { FileField } from '../paper/file-field.tsx'
import { base64Of } from '../paper/give-file.ts'
import { useKeptDraft } from './kept-text.ts'

interface Draft {
  readonly kind: 'document' | 'figure'
  readonly title: string
  readonly number: string
  readonly on: string | null
  readonly value: string
  readonly note: string
}

const factsOf = ({ kind, title, number, on, value, note }: Draft): EvidenceFacts | null => {
  if (kind === 'figure') return /^\d{1,6}$/.test(value.trim()) ? { kind, value: Number(value.trim()), note: note.trim() || null } : null
  return title.trim() === '' || on === null ? null : { kind, title: title.trim(), number: number.trim() || null, on }
}

const Fields = ({ draft, change, asked }: { draft: Draft; change: (draft: Draft) => void; asked: boolean }) => {
  const t = useTexts('obligations')
  const missing = (is: boolean) => (asked && is ? t('report.needed') : undefined)
  if (draft.kind === 'figure')
    return (
      <>
        <TextField
          label={t('report.value')}
          inputMode="numeric"
          value={draft.value}
          onChange={(value) => change({ ...draft, value })}
          error={missing(factsOf(draft) === null)}
        />
        <TextArea label={t('report.note')} optional rows={2} value={draft.note} onChange={(note) => change({ ...draft, note })} />
      </>
    )
  return (
    <>
      <TextField
        label={t('report.title')}
        value={draft.title}
        onChange={(title) => change({ ...draft, title })}
        error={missing(draft.title.trim() === '')}
      />
      <TextField label={t('report.number')} optional value={draft.number} onChange={(number) => change({ ...draft, number })} />
      <DateField label={t('report.on')} value={draft.on} onChange={(on) => change({ ...draft, on })} error={missing(draft.on === null)} />
    </>
  )
}

const useReport = (obligation: ObligationDetail, term: ObligationTerm, onClose: () => void) => {
  const { personId } = useMe().subject
  const empty: Draft = { kind: obligation.promised === null ? 'document' : 'figure', title: '', number: '', on: null, value: '', note: '' }
  const kept = useKeptDraft(`${personId}/report/${term.id}`, empty)
  const close = () => {
    kept.clear()
    onClose()
  }
  return { kept, reporting: useMutation(useApi().agreements.reportEvidence.mutationOptions(useLifeChange(close))) }
}

const fileWith = async (file: File | null) => {
  const mediaType = ScanMediaType.safeParse(file?.type)
  return file === null || !mediaType.success
    ? null
    : { name: file.name.slice(0, 200), mediaType: mediaType.data, bytes: await base64Of(file) }
}

/** Evidence of the institution that owes it: a document, with the file where there is one, or a figure (AG44). What was typed is not lost by closing. */
export const ReportDialog = ({
  obligation,
  term,
  onClose,
}: {
  obligation: ObligationDetail
  term: ObligationTerm
  onClose: () => void
}) => {
  const t = useTexts('obligations')
  const { kept, reporting } = useReport(obligation, term, onClose)
  const { draft, change } = kept
  const [file, setFile] = useState<File | null>(null)
  const [asked, setAsked] = useState(false)
  const evidence = factsOf(draft)
  const wrongFile = file !== null && (!ScanMediaType.safeParse(file.type).success || file.size > longestScan)
  const report = async () => {
    if (evidence !== null)
      reporting.mutate({
        obligationId: obligation.id,
        termId: term.id,
        evidence,
        file: draft.kind === 'document' ? await fileWith(file) : null,
      })
  }
  return (
    <ReasonDialog
      isOpen
      needsReason={false}
      onOpenChange={(open) => !open && onClose()}
      title={t('report.question')}
      consequence={t('report.consequence')}
      confirm={t('report.act')}
      isPending={reporting.isPending}
      refusal={refusalIfAny(reporting.error)}
      mayConfirm={() => {
        setAsked(true)
        return evidence !== null && !wrongFile
      }}
      onConfirm={() => void report()}
    >
      <RadioGroup
        label={t('report.kind')}
        value={draft.kind}
        onChange={(kind) => change({ ...draft, kind })}
        options={(['document', 'figure'] as const).map((value) => ({ value, label: t(`report.kind.${value}`) }))}
      />
      <Fields draft={draft} change={change} asked={asked} />
      {draft.kind === 'document' && (
        <FileField
          label={t('report.file')}
          choose={t('report.choose')}
          hint={t('report.hint')}
          accept={ScanMediaType.options.join(',')}
          file={file}
          error={wrongFile ? t('report.hint') : undefined}
          onChange={setFile}
        />
      )}
    </ReasonDialog>
  )
}
