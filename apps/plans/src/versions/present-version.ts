import type { InstitutionId } from '@mreza/contracts-kernel'
import type { CopyHanded, PlanVersion, SignOff } from '@mreza/contracts-plans'
import type { StoredVersion } from '../store/versions.ts'

const union = (lists: readonly (readonly InstitutionId[])[]): InstitutionId[] => [...new Set(lists.flat())].sort()

const signOff = ({ institution_id, person_id, at, reservation }: StoredVersion['signOffs'][number]): SignOff => ({
  institutionId: institution_id,
  personId: person_id,
  at,
  reservation,
})

const copyHanded = ({ language, large_print, handed_on, by, note }: StoredVersion['copies'][number]): CopyHanded => ({
  language,
  largePrint: large_print,
  on: handed_on,
  by,
  note,
})

/** A version as the contract has it: writers and asked institutions follow from the rooms that are open to the reader (PL2). */
export const presentVersion = ({ row, rooms, signOffs, copies }: StoredVersion): PlanVersion => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  title: row.title,
  at: row.at,
  by: row.by,
  institutionId: row.institution_id,
  writers: union(rooms.map(({ writers }) => writers)),
  hash: row.hash?.toString('hex') ?? null,
  participation: row.participation,
  asked: row.kind === 'approved' ? union(rooms.map(({ asked }) => asked)) : [],
  signOffs: signOffs.map(signOff),
  copies: copies.map(copyHanded),
  review: row.programme_by === null || row.law_by === null ? null : { programmeBy: row.programme_by, lawBy: row.law_by },
})
