import { PlanRoom, VersionId } from '@mreza/contracts-plans'
import type { PlanContent } from '@mreza/plan-document'
import { HangingSection, Page, PageHead, QuietLoading, RadioGroup, RefusalNote, Select, useTexts } from '@mreza/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { usePlan } from '../plan-context.ts'
import { PlanHead } from '../plan-head.tsx'
import { ChangeList, type CompareLook } from './change-list.tsx'
import { changesBetween } from './changes.ts'
import { RestoreButton } from './restore-button.tsx'
import { type Side, useRoomStates, useVersion } from './room-states.ts'
import { useVersionName } from './use-version-name.ts'
import { useVersions } from './use-versions.ts'

const looks: readonly CompareLook[] = ['inline', 'sides']

const useSides = () => {
  const search = useSearch({ from: '/rooms/cases/$caseId/plan/compare' })
  const versions = useVersions()
  const from: Side | undefined = search.from ?? versions?.find(({ kind }) => kind === 'approved')?.id ?? versions?.[0]?.id
  return { from, to: search.to ?? ('draft' as Side) }
}

const Sides = ({ from, to }: { from: Side | undefined; to: Side }) => {
  const t = useTexts('plan')
  const navigate = useNavigate()
  const nameOf = useVersionName()
  const { plan } = usePlan()
  const versions = useVersions() ?? []
  const options = [
    { value: 'draft', label: t('version.draft') },
    ...versions.map((version) => ({ value: version.id as string, label: nameOf(version) })),
  ]
  const choose = (part: { from?: Side; to?: Side }) =>
    void navigate({
      to: '/cases/$caseId/plan/compare',
      params: { caseId: plan.caseId },
      search: { ...(from === undefined ? {} : { from }), to, ...part },
      replace: true,
    })
  const side = (value: string) => (value === 'draft' ? value : VersionId.parse(value))
  return (
    <>
      <Select label={t('compare.from')} options={options} value={from ?? null} onChange={(value) => choose({ from: side(value) })} />
      <Select label={t('compare.to')} options={options} value={to} onChange={(value) => choose({ to: side(value) })} />
    </>
  )
}

interface RoomProps {
  readonly room: PlanRoom
  readonly was: PlanContent | undefined
  readonly now: PlanContent | undefined
  readonly from: Side | undefined
  readonly look: CompareLook
}

const RoomChanges = ({ room, was, now, from, look }: RoomProps) => {
  const t = useTexts('plan')
  const changes = useMemo(() => (was === undefined || now === undefined ? undefined : changesBetween(was, now)), [was, now])
  return (
    <HangingSection title={t(`room.${room}`)}>
      {changes === undefined ? <p className="second">{t('compare.closed')}</p> : <ChangeList changes={changes} look={look} />}
      {changes !== undefined && changes.length > 0 && from !== undefined && from !== 'draft' && (
        <RestoreButton versionId={from} room={room} />
      )}
    </HangingSection>
  )
}

/** Two states of the plan beside each other, room by room as far as they are open: words by words, facts as sentences; and the way back. */
export const ComparePage = () => {
  const t = useTexts('plan')
  const { from, to } = useSides()
  const [look, setLook] = useState<CompareLook>('inline')
  const was = useRoomStates(from)
  const now = useRoomStates(to)
  const { error } = useVersion(from)
  return (
    <>
      <PlanHead />
      <Page>
        <PageHead title={t('compare.title')} second={t('compare.what')} />
        <HangingSection title={t('compare.which')}>
          <Sides from={from} to={to} />
          <RadioGroup
            label={t('compare.look')}
            value={look}
            onChange={setLook}
            options={looks.map((value) => ({ value, label: t(`compare.look.${value}`) }))}
            sideBySide
          />
        </HangingSection>
        <RefusalNote refusal={refusalIfAny(error)} />
        {from === undefined && <p className="second">{t('history.none')}</p>}
        {was !== undefined && now !== undefined
          ? PlanRoom.options.map((room) => (
              <RoomChanges key={room} room={room} was={was.get(room)} now={now.get(room)} from={from} look={look} />
            ))
          : from !== undefined && error === null && <QuietLoading />}
      </Page>
    </>
  )
}
