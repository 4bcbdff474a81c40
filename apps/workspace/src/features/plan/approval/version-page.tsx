import type { PlanVersion, VersionId, VersionRoom } from '@mreza/contracts-plans'
import { PlanRoom } from '@mreza/contracts-plans'
import { buttonClass, HangingSection, Page, PageHead, QuietLoading, RefusalNote, StateMark, useFormats, useTexts } from '@mreza/ui'
import { Link, useParams } from '@tanstack/react-router'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { usePersonNames } from '../../conference/use-person-name.ts'
import { InstitutionChip } from '../document/institution-choice.tsx'
import { RestoreButton } from '../history/restore-button.tsx'
import { useVersion } from '../history/room-states.ts'
import { usePlan } from '../plan-context.ts'
import { PlanHead } from '../plan-head.tsx'
import styles from './approval.module.css'
import { CopiesSection } from './copies-section.tsx'
import { PrintSection } from './print-section.tsx'
import { SignOffButton } from './sign-off-button.tsx'

interface VersionProps {
  readonly version: PlanVersion
}

const SignOffs = ({ version }: VersionProps) => {
  const t = useTexts('plan')
  const formats = useFormats()
  const nameOf = usePersonNames(version.signOffs.map(({ personId }) => personId))
  return (
    <HangingSection title={t('signOffs')} summary={t('approval.signed', { part: version.signOffs.length, whole: version.asked.length })}>
      {version.asked.length === 0 && <p className="second">{t('signOffs.nobody')}</p>}
      <ul className={styles.signOffs}>
        {version.asked.map((id) => {
          const signed = version.signOffs.find(({ institutionId }) => institutionId === id)
          return (
            <li key={id}>
              <InstitutionChip id={id} named />
              {signed === undefined ? (
                <StateMark state="ready">{t('signOffs.waits')}</StateMark>
              ) : (
                <StateMark state={signed.reservation === null ? 'yes' : 'partly'}>
                  {t(signed.reservation === null ? 'signOffs.signed' : 'signOffs.reserved')}
                </StateMark>
              )}
              {signed !== undefined && (
                <p className="second">
                  {nameOf(signed.personId)}, {formats.date(signed.at)}
                </p>
              )}
              {signed?.reservation && <p className={styles.reservation}>{signed.reservation}</p>}
            </li>
          )
        })}
      </ul>
      <SignOffButton version={version} />
    </HangingSection>
  )
}

const inFours = (hash: string) => (hash.match(/.{1,4}/g) ?? []).join(' ')

const Sealed = ({ version }: VersionProps) => {
  const t = useTexts('plan')
  const formats = useFormats()
  return (
    <HangingSection title={t('sealed')}>
      {version.review !== null && (
        <p>
          {t('sealed.review', {
            programme: formats.dateAfterPreposition(version.review.programmeBy),
            law: formats.dateAfterPreposition(version.review.lawBy),
          })}
        </p>
      )}
      {version.participation !== null && (
        <p>
          {t('participation')}: {t(`participation.${version.participation}`)}
        </p>
      )}
      {version.hash !== null && (
        <>
          <p className={styles.hash} translate="no">
            {inFours(version.hash)}
          </p>
          <p className="label">{t('sealed.hash')}</p>
        </>
      )}
    </HangingSection>
  )
}

const Rooms = ({ version, rooms }: VersionProps & { rooms: readonly VersionRoom[] }) => {
  const t = useTexts('plan')
  return (
    <HangingSection title={t('version.rooms')} summary={t('version.rooms.what')}>
      <ul className={styles.rooms}>
        {PlanRoom.options.map((room) => (
          <li key={room}>
            <span>{t(`room.${room}`)}</span>
            {rooms.some((kept) => kept.room === room) ? (
              <RestoreButton versionId={version.id} room={room} />
            ) : (
              <span className="second">{t('version.room.closed')}</span>
            )}
          </li>
        ))}
      </ul>
    </HangingSection>
  )
}

const Version = ({ version, rooms }: VersionProps & { rooms: readonly VersionRoom[] }) => {
  const t = useTexts('plan')
  const formats = useFormats()
  const { plan } = usePlan()
  const nameOf = usePersonNames([version.by])
  const title = version.kind === 'approved' ? t('version.approved', { number: version.number ?? 0 }) : version.title
  return (
    <Page>
      <PageHead
        title={title}
        second={t('version.by', {
          date: formats.date(version.at),
          time: formats.time(version.at),
          name: version.by === null ? '' : nameOf(version.by),
        })}
        actions={
          <Link
            className={buttonClass('secondary')}
            to="/cases/$caseId/plan/compare"
            params={{ caseId: plan.caseId }}
            search={{ from: version.id, to: 'draft' }}
          >
            {t('history.compare')}
          </Link>
        }
      />
      <SignOffs version={version} />
      <PrintSection version={version} />
      <CopiesSection version={version} />
      <Sealed version={version} />
      <Rooms version={version} rooms={rooms} />
    </Page>
  )
}

/** An approved version: who has put their name to it and who is asked, its printed copies, its fingerprint, and the way back to it. */
export const VersionPage = () => {
  const { versionId } = useParams({ from: '/rooms/cases/$caseId/plan/versions/$versionId' })
  const { data, error } = useVersion(versionId as VersionId)
  return (
    <>
      <PlanHead />
      {data === undefined ? (
        <Page>{error === null ? <QuietLoading /> : <RefusalNote refusal={refusalIfAny(error)} />}</Page>
      ) : (
        <Version version={data.version} rooms={data.rooms} />
      )}
    </>
  )
}
