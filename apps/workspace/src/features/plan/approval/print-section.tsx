import type { InstitutionId, Language } from '@mreza/contracts-kernel'
import { type PlanVersion, PrintAudience } from '@mreza/contracts-plans'
import { Button, Checkbox, HangingSection, RadioGroup, RefusalNote, Select, useLanguage, useLocalized, useTexts } from '@mreza/ui'
import { useState } from 'react'
import { useInstitutions } from '../../../api/institutions.ts'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { usePdf } from './use-pdf.ts'

const languages: readonly Language[] = ['sr-Latn', 'sr-Cyrl', 'en']

const Institution = ({
  version,
  value,
  onChange,
}: {
  version: PlanVersion
  value: InstitutionId
  onChange: (id: InstitutionId) => void
}) => {
  const t = useTexts('plan')
  const localized = useLocalized()
  const institutions = useInstitutions()
  const options = [...new Set([value, ...version.asked])].flatMap((id) => {
    const institution = institutions.get(id)
    return institution === undefined ? [] : [{ value: id, label: localized(institution.name) }]
  })
  return <Select label={t('pdf.institution')} options={options} value={value} onChange={onChange} />
}

/** The version as a printed document: all that is open to the reader, one institution's part, or the person's own copy. */
export const PrintSection = ({ version }: { version: PlanVersion }) => {
  const t = useTexts('plan')
  const { subject } = useMe()
  const own = useLanguage()
  const [audience, setAudience] = useState<PrintAudience>('full')
  const [language, setLanguage] = useState<Language>(own)
  const [institutionId, setInstitutionId] = useState(subject.institutionId)
  const [largePrint, setLargePrint] = useState(false)
  const pdf = usePdf()
  if (version.kind !== 'approved') return null
  const download = () =>
    pdf.mutate({
      versionId: version.id,
      audience,
      language,
      largePrint: audience === 'person' && largePrint,
      ...(audience === 'institution' ? { institutionId } : {}),
    })
  return (
    <HangingSection title={t('pdf')} summary={t('pdf.what')}>
      <RadioGroup
        label={t('pdf.for')}
        value={audience}
        onChange={setAudience}
        options={PrintAudience.options.map((value) => ({ value, label: t(`pdf.for.${value}`) }))}
      />
      {audience === 'institution' && <Institution version={version} value={institutionId} onChange={setInstitutionId} />}
      <Select
        label={t('pdf.language')}
        value={language}
        onChange={setLanguage}
        options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      {audience === 'person' && (
        <Checkbox isSelected={largePrint} onChange={setLargePrint}>
          {t('pdf.large')}
        </Checkbox>
      )}
      <RefusalNote refusal={refusalIfAny(pdf.error)} />
      <Button isPending={pdf.isPending} onPress={download}>
        {t('pdf.download')}
      </Button>
    </HangingSection>
  )
}
