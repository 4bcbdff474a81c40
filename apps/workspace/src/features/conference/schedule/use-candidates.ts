import type { CaseDetail } from '@mreza/contracts-conferences'
import { useFormats, useLocalized, useNow } from '@mreza/ui'
import { useMemo } from 'react'
import { useInstitutions } from '../../../api/institutions.ts'
import { takesPartNow } from '../takes-part.ts'
import { type Candidate, groupsOf, type InviteGroup } from './invited.ts'
import type { RuleAnswer } from './rule-answer.ts'

/** The institutions of the network and the national bodies as the agreement sorts them, by name within each rank. */
export const useInviteGroups = (rule: RuleAnswer, file: CaseDetail): readonly InviteGroup[] => {
  const institutions = useInstitutions()
  const localized = useLocalized()
  const { compare } = useFormats()
  const now = useNow()
  return useMemo(() => {
    const parties = new Set(rule.parties.map(({ institutionId }) => institutionId))
    const inCase = takesPartNow(file.participations, now)
    const candidates: Candidate[] = [...institutions.values()]
      .toSorted((a, b) => compare(localized(a.name), localized(b.name)))
      .map(({ id, sector, networkId }) => ({
        id,
        sector,
        party: parties.has(id),
        takesPart: inCase.has(id),
        near: networkId === file.networkId,
      }))
    const sectors = { mandatory: rule.mandatory, optional: rule.rule?.optionalSectors ?? [], notified: rule.rule?.notifiedSectors ?? [] }
    return groupsOf(sectors, candidates)
  }, [rule, file, institutions, localized, compare, now])
}
