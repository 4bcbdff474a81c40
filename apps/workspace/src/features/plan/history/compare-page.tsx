import { PlanRoom, VersionId } from '@mreza/contracts-plans'
import { HangingSection, Page, PageHead, QuietLoading, RadioGroup, RefusalNote, Select, useTexts } from '@mreza/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { usePlan } from '../plan-context.ts'
import { PlanHead } from '../plan-head.tsx'
import { ChangeList, type CompareLook } from './change-list.tsx'
import { changesBetween } from './changes.ts'
import { RestoreButton } from './restore-button.tsx'
import { type RoomStates, type Side, useRoomStates, useVersion } from './room-states.ts'
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

const Rooms = ({ was, now, from, look }: { was: RoomStates; now: RoomStates; from: Side | undefined; look: CompareLook }) => {
  const t = useTexts('plan')
  return PlanRoom.options.map((room) => {
    const [before, after] = [was.get(room), now.get(room)]
    return (
      <HangingSection key={room} title={t(`room.${room}`)}>
        {before === undefined || after === undefined ? (
          <p className="second">{t('compare.closed')}</p>
        ) : (
          <>
            <ChangeList changes={changesBetween(before, after)} look={look} />
            {from !== undefined && from !== 'draft' && <RestoreButton versionId={from} room={room} />}
          </>
        )}
      </HangingSection>
    )
  })
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
        {was !== undefined && now !== undefined ? (
          <Rooms was={was} now={now} from={from} look={look} />
        ) : (
          from !== undefined && error === null && <QuietLoading />
        )}
      </Page>
    </>
  )
}
