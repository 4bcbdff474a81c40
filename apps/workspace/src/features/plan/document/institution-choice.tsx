import type { InstitutionId } from '@mreza/contracts-kernel'
import { Chip, ChoiceButton, ChoicesButton, useLocalized } from '@mreza/ui'
import { useInstitutions } from '../../../api/institutions.ts'
import { useDesk } from './desk.ts'
import styles from './document.module.css'

/** An institution by its mark and its short or full name. */
export const InstitutionChip = ({ id, named = false }: { id: InstitutionId; named?: boolean }) => {
  const localized = useLocalized()
  const institution = useInstitutions().get(id)
  if (institution === undefined) return null
  const name = localized(institution.name)
  return (
    <Chip sector={institution.sector} short={localized(institution.shortName)} institution={name}>
      {named ? name : undefined}
    </Chip>
  )
}

const useOptions = (chosen: readonly InstitutionId[]) => {
  const localized = useLocalized()
  const institutions = useInstitutions()
  const { parties } = useDesk()
  return [...new Set([...parties, ...chosen])].flatMap((id) => {
    const institution = institutions.get(id)
    return institution === undefined ? [] : [{ value: id, label: localized(institution.name) }]
  })
}

interface ChoiceTexts {
  readonly label: string
  readonly nothing: string
  readonly isDisabled: boolean
}

/** Which institution, out of those that take part. */
export const InstitutionChoice = ({
  value,
  onChange,
  ...texts
}: ChoiceTexts & { value: InstitutionId | null; onChange: (id: InstitutionId) => void }) => (
  <ChoiceButton {...texts} value={value} options={useOptions(value === null ? [] : [value])} onChange={onChange}>
    {value !== null && <InstitutionChip id={value} named />}
  </ChoiceButton>
)

/** Which institutions, out of those that take part. */
export const InstitutionsChoice = ({
  values,
  onChange,
  ...texts
}: ChoiceTexts & { values: readonly InstitutionId[]; onChange: (id: InstitutionId, chosen: boolean) => void }) => (
  <ChoicesButton {...texts} values={values} options={useOptions(values)} onChange={onChange}>
    <span className={styles.chips}>
      {values.map((id) => (
        <InstitutionChip key={id} id={id} named />
      ))}
    </span>
  </ChoicesButton>
)
