import { AsideBlock, HangingSection, useFormats, useNow, useTexts, WithAside } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import styles from '../cases.module.css'
import { OwnWords, scriptOf } from '../own-words.tsx'
import { Signs } from '../signs.tsx'
import { useInstitutionName } from '../who.tsx'
import { useOpenCase } from './open-case.ts'
import { Procedure } from './procedure.tsx'
import { WhoHasAccess } from './who-has-access.tsx'

const Prose = ({ children }: { children: string }) => (
  <p className={`prose ${styles.prose}`} lang={scriptOf(children)}>
    {children}
  </p>
)

const InBrief = () => {
  const t = useTexts('cases')
  const formats = useFormats()
  const now = useNow()
  const file = useOpenCase()
  const referrer = useInstitutionName()(file.referredBy)
  const opened = t('list.opened', { date: formats.relativeDay(file.openedAt, now) })
  return (
    <HangingSection title={t('file.brief')} summary={t('file.brief.from', { institution: referrer, opened })}>
      <Prose>{file.whatHappened}</Prose>
      <h3 className={styles.after}>{t('file.urgency')}</h3>
      <Prose>{file.priorityReason}</Prose>
      {file.immediateSafety !== null && (
        <>
          <h3 className={styles.after}>{t('file.safety')}</h3>
          <Prose>{file.immediateSafety}</Prose>
        </>
      )}
      <h3 className={styles.after}>{t('file.signs')}</h3>
      <Signs ids={file.indicators} />
    </HangingSection>
  )
}

const Aside = () => {
  const t = useTexts('cases')
  const file = useOpenCase()
  return (
    <>
      <AsideBlock title={t('file.wishes')}>
        <OwnWords words={file.wishes} />
      </AsideBlock>
      <AsideBlock title={t('access.title')}>
        <WhoHasAccess file={file} />
        <p className={`second ${styles.act}`}>
          <Link to="/cases/$caseId/access-log" params={{ caseId: file.id }}>
            {t('access.seeLog')}
          </Link>
        </p>
      </AsideBlock>
    </>
  )
}

/** The first part of a case: what it is about in brief, its procedure, the person's wishes and who may see what. */
export const Overview = () => {
  const t = useTexts('cases')
  return (
    <WithAside aside={<Aside />} asideLabel={t('file.aside')}>
      <InBrief />
      <Procedure file={useOpenCase()} />
    </WithAside>
  )
}
