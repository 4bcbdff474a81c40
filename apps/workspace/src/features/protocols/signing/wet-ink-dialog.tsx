import { type AgreementDetail, longestScan, ScanMediaType } from '@mreza/contracts-agreements'
import type { InstitutionId } from '@mreza/contracts-kernel'
import { Checkbox, DateField, ReasonDialog, Select, TextField, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { DecisionFields, useDecision } from '../life/decision-fields.tsx'
import { useLifeChange } from '../life/use-life-change.ts'
import { FileField } from '../paper/file-field.tsx'
import { base64Of } from '../paper/give-file.ts'
import { useInstitutionName } from '../party-institutions.ts'

const useRecording = (onClose: () => void) => {
  const recording = useMutation(useApi().agreements.recordWetInk.mutationOptions(useLifeChange(onClose)))
  return recording
}

/** Records from a scanned page that a party signed on paper; another person confirms it afterwards (AG23). */
export const WetInkDialog = ({ agreement, onClose }: { agreement: AgreementDetail; onClose: () => void }) => {
  const t = useTexts('protocols')
  const nameOf = useInstitutionName(agreement.networkId)
  const waiting = agreement.parties.filter(({ standing, wetInk }) => standing.state === 'asked' && wetInk === null)
  const [institutionId, setInstitutionId] = useState<InstitutionId | null>(
    waiting.length === 1 ? (waiting[0]?.institutionId ?? null) : null,
  )
  const [signedOn, setSignedOn] = useState<string | null>(null)
  const [signerName, setSignerName] = useState('')
  const [signerFunction, setSignerFunction] = useState('')
  const [byDeputy, setByDeputy] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState(false)
  const decision = useDecision()
  const recording = useRecording(onClose)
  const mediaType = ScanMediaType.safeParse(file?.type)
  const wrongFile = file === null || !mediaType.success || file.size > longestScan
  const needed = (missing: boolean) => (tried && missing ? t('paper.needed') : undefined)
  const ask = () => {
    setTried(true)
    const decided = !byDeputy || decision.ask()
    return decided && institutionId !== null && signedOn !== null && signerName.trim() !== '' && signerFunction.trim() !== '' && !wrongFile
  }
  const record = async () => {
    if (institutionId === null || signedOn === null || file === null || !mediaType.success) return
    const page = { mediaType: mediaType.data, bytes: await base64Of(file) }
    const who = { institutionId, signedOn, signerName: signerName.trim(), signerFunction: signerFunction.trim() }
    recording.mutate({ agreementId: agreement.id, ...who, decision: byDeputy ? decision.whole : null, page })
  }
  return (
    <ReasonDialog
      isOpen
      needsReason={false}
      onOpenChange={(open) => !open && onClose()}
      title={t('act.paper.question')}
      consequence={t('act.paper.consequence')}
      confirm={t('paper.record')}
      isPending={recording.isPending}
      refusal={refusalIfAny(recording.error)}
      mayConfirm={ask}
      onConfirm={() => void record()}
    >
      <Select
        label={t('paper.party')}
        options={waiting.map((party) => ({ value: party.institutionId, label: nameOf(party.institutionId) }))}
        value={institutionId}
        onChange={setInstitutionId}
        error={needed(institutionId === null)}
      />
      <TextField label={t('paper.name')} value={signerName} onChange={setSignerName} error={needed(signerName.trim() === '')} />
      <TextField
        label={t('paper.function')}
        value={signerFunction}
        onChange={setSignerFunction}
        error={needed(signerFunction.trim() === '')}
      />
      <DateField label={t('paper.on')} value={signedOn} onChange={setSignedOn} error={needed(signedOn === null)} />
      <FileField
        label={t('paper.page')}
        choose={t('paper.choose')}
        hint={t('paper.hint')}
        accept={ScanMediaType.options.join(',')}
        file={file}
        error={tried && wrongFile ? t('paper.hint') : undefined}
        onChange={setFile}
      />
      <Checkbox isSelected={byDeputy} onChange={setByDeputy}>
        {t('paper.deputy')}
      </Checkbox>
      {byDeputy && <DecisionFields {...decision} />}
    </ReasonDialog>
  )
}
