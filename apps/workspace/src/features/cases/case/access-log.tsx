import type { AccessLogEntry } from '@mreza/contracts-conferences'
import { textForCode } from '@mreza/i18n'
import { HangingSection, Row, Rows, useFormats, useLanguage, useNow, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { Loaded } from '../opened.tsx'
import { scriptOf } from '../own-words.tsx'
import { usePersonName, Who } from '../who.tsx'
import { useOpenCase } from './open-case.ts'

/** The purpose of an entry in words: of a look, or the basis on which access was given. */
const usePurposeWords = () => {
  const language = useLanguage()
  return (purpose: string): string =>
    ['purpose', 'basis', 'rule'].map((kind) => textForCode(language, 'cases', `${kind}.${purpose}`)).find((text) => text !== undefined) ??
    purpose
}

const Actor = ({ entry, name }: { entry: AccessLogEntry; name: string | undefined }) => {
  const t = useTexts('cases')
  return entry.institutionId === null ? <span>{t('log.system')}</span> : <Who institutionId={entry.institutionId} name={name} />
}

const Entry = ({ entry, name }: { entry: AccessLogEntry; name: string | undefined }) => {
  const t = useTexts('cases')
  const language = useLanguage()
  const formats = useFormats()
  const now = useNow()
  const purposeWords = usePurposeWords()
  const purpose = entry.purpose === null ? undefined : t('log.purpose', { purpose: purposeWords(entry.purpose) })
  return (
    <Row
      lead={
        <time className="second" dateTime={entry.at}>
          {formats.dayAndTime(entry.at, now)}
        </time>
      }
      title={textForCode(language, 'cases', `action.${entry.action}`) ?? t('log.other')}
      second={<Actor entry={entry} name={name} />}
    >
      {purpose !== undefined && <p className="second">{purpose}</p>}
      {entry.reason !== null && (
        <p className="second">
          {t('log.reason')} <span lang={scriptOf(entry.reason)}>{entry.reason}</span>
        </p>
      )}
    </Row>
  )
}

const Entries = ({ entries }: { entries: readonly AccessLogEntry[] }) => {
  const t = useTexts('cases')
  const personName = usePersonName(entries.map(({ personId }) => personId))
  return (
    <Rows lead="clock" label={t('tab.log')}>
      {entries.map((entry) => (
        <Entry
          key={`${entry.at}/${entry.action}/${entry.personId}`}
          entry={entry}
          name={entry.personId === null ? undefined : personName(entry.personId)}
        />
      ))}
    </Rows>
  )
}

/** Who looked at or changed what in the case, when and why (rule D9). */
export const AccessLog = () => {
  const t = useTexts('cases')
  const { id: caseId } = useOpenCase()
  const query = useQuery(useApi().conferences.listAccessLog.queryOptions({ caseId }))
  return (
    <HangingSection title={t('tab.log')} summary={t('log.order')}>
      <Loaded query={query}>{(entries) => <Entries entries={entries} />}</Loaded>
    </HangingSection>
  )
}
