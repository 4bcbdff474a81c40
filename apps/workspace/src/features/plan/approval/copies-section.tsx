import type { CivilDate, Language } from '@mreza/contracts-kernel'
import type { PlanVersion } from '@mreza/contracts-plans'
import { wallTimeOf } from '@mreza/i18n'
import { Button, Checkbox, DateField, HangingSection, ReasonDialog, Select, TextArea, useFormats, useLanguage, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { usePersonNames } from '../../conference/use-person-name.ts'
import { usePlan } from '../plan-context.ts'
import styles from './approval.module.css'
import { useVersionChange } from './use-version-change.ts'

const languages: readonly Language[] = ['sr-Latn', 'sr-Cyrl', 'en']

const HandedDialog = ({ version, onClose }: { version: PlanVersion; onClose: () => void }) => {
  const t = useTexts('plan')
  const own = useLanguage()
  const today = wallTimeOf(new Date()).date
  const [language, setLanguage] = useState<Language>(own)
  const [largePrint, setLargePrint] = useState(false)
  const [on, setOn] = useState<CivilDate | null>(today)
  const [note, setNote] = useState('')
  const changed = useVersionChange()
  const onSuccess = async () => {
    await changed()
    onClose()
  }
  const recording = useMutation(useApi().plans.recordCopyHanded.mutationOptions({ onSuccess }))
  const record = () => {
    if (on !== null) recording.mutate({ versionId: version.id, language, largePrint, on, note: note.trim() === '' ? null : note.trim() })
  }
  return (
    <ReasonDialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('copy.question')}
      consequence={t('copy.consequence')}
      confirm={t('copy.confirm')}
      needsReason={false}
      isPending={recording.isPending}
      refusal={refusalIfAny(recording.error)}
      mayConfirm={() => on !== null}
      onConfirm={record}
    >
      <DateField label={t('copy.on')} value={on} onChange={setOn} max={today} />
      <Select
        label={t('pdf.language')}
        value={language}
        onChange={setLanguage}
        options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <Checkbox isSelected={largePrint} onChange={setLargePrint}>
        {t('pdf.large')}
      </Checkbox>
      <TextArea label={t('copy.note')} hint={t('copy.note.hint')} optional value={note} onChange={setNote} rows={2} />
    </ReasonDialog>
  )
}

/** When the person was given their copy, by whom, in which language. */
export const CopiesSection = ({ version }: { version: PlanVersion }) => {
  const t = useTexts('plan')
  const formats = useFormats()
  const { list } = usePlan()
  const [asking, setAsking] = useState(false)
  const nameOf = usePersonNames(version.copies.map(({ by }) => by))
  if (version.kind !== 'approved') return null
  return (
    <HangingSection title={t('copies')}>
      {version.copies.length === 0 && <p className="second">{t('copies.none')}</p>}
      <ul className={styles.signOffs}>
        {version.copies.map(({ by, on, language, largePrint, note }) => (
          <li key={`${on}${by}${language}`}>
            <p>
              {formats.date(on)} · {nameOf(by)} · {t(`language.${language}`)}
              {largePrint && ` · ${t('pdf.large')}`}
            </p>
            {note !== null && <p className="second">{note}</p>}
          </li>
        ))}
      </ul>
      {list.some(({ right }) => right === 'write') && <Button onPress={() => setAsking(true)}>{t('copy.record')}</Button>}
      {asking && <HandedDialog version={version} onClose={() => setAsking(false)} />}
    </HangingSection>
  )
}
