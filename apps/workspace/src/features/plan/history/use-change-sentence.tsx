import type { CivilDate, InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useInstitutions } from '../../../api/institutions.ts'
import { usePersonNames } from '../../conference/use-person-name.ts'
import type { Change, ChangedFact, ChangedText } from './changes.ts'

const personIdsIn = (changes: readonly Change[]): PersonId[] =>
  changes.flatMap((change) =>
    change.kind === 'fact' && change.change.fact === 'person' ? [change.change.was, change.change.now].filter((id) => id !== null) : [],
  )

/** Says the values of facts in the reader's language. */
const useValue = (changes: readonly Change[]) => {
  const t = useTexts('plan')
  const words = useTexts('words')
  const formats = useFormats()
  const localized = useLocalized()
  const institutions = useInstitutions()
  const nameOf = usePersonNames(personIdsIn(changes))
  const none = t('change.none')
  const institution = (id: InstitutionId) => {
    const known = institutions.get(id)
    return known === undefined ? '…' : localized(known.name)
  }
  return ({ fact, was, now }: ChangedFact): readonly [string, string] => {
    const both = <T,>(say: (value: T) => string): readonly [string, string] => {
      const one = (value: unknown) =>
        value === null || value === '' || (Array.isArray(value) && value.length === 0) ? none : say(value as T)
      return [one(was), one(now)]
    }
    switch (fact) {
      case 'due':
      case 'starts':
      case 'assess':
      case 'review':
      case 'agreed':
        return both((day: CivilDate) => formats.date(day))
      case 'responsible':
      case 'riskResponsible':
        return both(institution)
      case 'support':
        return both((ids: readonly InstitutionId[]) => formats.list(ids.map(institution)))
      case 'person':
        return both((id: PersonId) => nameOf(id) || '…')
      case 'state':
        return both((state: 'planned') => t(`activity.state.${state}`))
      case 'phase':
        return both((phase: 'crisis') => words(`phase.${phase}`))
      case 'area':
        return both((area: 'area-legal') => t(`area.${area}`))
      case 'level':
        return both((level: 'low') => t(`risk.level.${level}`))
      case 'participation':
        return both((how: 'declined') => t(`participation.${how}`))
      case 'contact':
        return both((rhythm: 'weekly') => t(`contact.${rhythm}`))
      default:
        return both((line: string) => line)
    }
  }
}

/** Says what a changed text is: *tekst: Zdravlje*. */
const useTextName = () => {
  const t = useTexts('plan')
  return (changed: ChangedText): string => {
    if (changed.in !== 'prose') return t(`change.text.${changed.in}`)
    const { place } = changed
    if (place === 'voice') return t('section.voice')
    if (place === 'safety-plan') return t('safetyPlan')
    return place === 'participation' ? t('participation.note') : t('prose.label', { section: t(`area.${place}`) })
  }
}

/** Gives the words for the differences of a room: what each is about, and both values of a fact. */
export const useChangeWords = (changes: readonly Change[]) => {
  const t = useTexts('plan')
  const valuesOf = useValue(changes)
  const nameOfText = useTextName()
  const about = (change: Change) => (change.about === '' ? '' : t('change.about', { about: change.about }))
  return {
    about,
    nameOfText,
    factOf: (change: ChangedFact) => ({ name: t(`change.fact.${change.fact}`), values: valuesOf(change) }),
    itemOf: (change: Extract<Change, { kind: 'item' }>) =>
      t(`change.${change.standing}`, { item: t(`change.item.${change.item}`), about: change.about || t('withdrawn.unnamed') }),
  }
}
