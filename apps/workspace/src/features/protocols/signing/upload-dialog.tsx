import { type AgreementDetail, longestSignatureFile } from '@mreza/contracts-agreements'
import { RadioGroup, ReasonDialog, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useLifeChange } from '../life/use-life-change.ts'
import { FileField } from '../paper/file-field.tsx'
import { base64Of } from '../paper/give-file.ts'

const endings = { pades: 'application/pdf', cms: '.p7s,.p7m,application/pkcs7-signature' } as const

/** Signs with a file that was signed elsewhere; it is checked against the sealed text before it counts (AG33). */
export const UploadDialog = ({ agreement, onClose }: { agreement: AgreementDetail; onClose: () => void }) => {
  const t = useTexts('protocols')
  const [format, setFormat] = useState<'pades' | 'cms'>('pades')
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState(false)
  const uploading = useMutation(useApi().agreements.uploadSignature.mutationOptions(useLifeChange(onClose)))
  // The hash of the text that stood there when the dialog opened.
  const [textHash] = useState(agreement.textHash)
  const isWrong = file === null || file.size > longestSignatureFile
  const ask = () => {
    setTried(true)
    return !isWrong
  }
  const upload = async () => {
    if (file !== null && textHash !== null) uploading.mutate({ agreementId: agreement.id, textHash, format, file: await base64Of(file) })
  }
  return (
    <ReasonDialog
      isOpen
      needsReason={false}
      onOpenChange={(open) => !open && onClose()}
      title={t('act.upload.question')}
      consequence={t('act.upload.consequence')}
      confirm={t('act.upload.act')}
      isPending={uploading.isPending}
      refusal={refusalIfAny(uploading.error)}
      mayConfirm={ask}
      onConfirm={() => void upload()}
    >
      <RadioGroup
        label={t('upload.format')}
        value={format}
        onChange={(next) => {
          setFormat(next)
          setFile(null)
        }}
        options={(['pades', 'cms'] as const).map((value) => ({ value, label: t(`upload.format.${value}`) }))}
      />
      <FileField
        label={t('upload.file')}
        choose={t('paper.choose')}
        hint={t('upload.hint')}
        accept={endings[format]}
        file={file}
        error={tried && isWrong ? t('upload.hint') : undefined}
        onChange={setFile}
      />
    </ReasonDialog>
  )
}
