import type { InstitutionId } from '@mreza/contracts-kernel'
import { Checkbox, CheckboxGroup, InOwnLanguage, useTexts } from '@mreza/ui'
import { useState } from 'react'
import styles from '../protocols.module.css'
import type { PlaceWithChoice } from './parties-choice.ts'

/** What the choice of parties is given. */
export interface PartiesFieldProps {
  readonly choices: readonly PlaceWithChoice[]
  readonly value: readonly InstitutionId[]
  readonly onChange: (value: readonly InstitutionId[]) => void
}

const PlaceField = ({ choice, value, onChange }: { choice: PlaceWithChoice } & Omit<PartiesFieldProps, 'choices'>) => {
  const t = useTexts('protocols')
  const words = useTexts('words')
  const { place, institutions } = choice
  const ofPlace = institutions.filter(({ id }) => value.includes(id)).map(({ id }) => id)
  const others = value.filter((id) => !ofPlace.includes(id))
  const tooFew = place.required && ofPlace.length < place.atLeast
  const mark = place.required ? t('parties.sector.required', { count: place.atLeast }) : t('parties.sector.optional')
  const hint = institutions.length === 0 ? t('parties.sector.none') : undefined
  const sector = words(`sector.${place.sector}`)
  return (
    <CheckboxGroup
      label={
        <>
          {sector.charAt(0).toLocaleUpperCase() + sector.slice(1)} <span className="label">{mark}</span>
        </>
      }
      hint={hint}
      error={tooFew && hint === undefined ? t('parties.sector.missing', { count: place.atLeast }) : undefined}
      value={ofPlace}
      onChange={(chosen) => onChange([...others, ...institutions.filter(({ id }) => chosen.includes(id)).map(({ id }) => id)])}
    >
      {institutions.map(({ id, name, networkId }) => (
        <Checkbox key={id} value={id}>
          <InOwnLanguage text={name} /> {networkId === null && <span className="label">{t('parties.national')}</span>}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

const withoutNational = (choice: PlaceWithChoice, chosen: readonly InstitutionId[]): PlaceWithChoice => ({
  ...choice,
  institutions: choice.institutions.filter(({ id, networkId }) => networkId !== null || chosen.includes(id)),
})

/** Who takes part, sector by sector; required sectors say how many they need. National bodies come on demand. */
export const PartiesField = ({ choices, value, onChange }: PartiesFieldProps) => {
  const t = useTexts('protocols')
  const [national, setNational] = useState(false)
  return (
    <>
      <p className={styles.before}>
        <Checkbox isSelected={national} onChange={setNational}>
          {t('parties.showNational')}
        </Checkbox>
      </p>
      {choices.map((choice) => (
        <PlaceField
          key={choice.place.sector}
          choice={national ? choice : withoutNational(choice, value)}
          value={value}
          onChange={onChange}
        />
      ))}
    </>
  )
}
