import { couldEverInDirectory } from '@mreza/contracts-directory'
import { HangingSection, PlainRow, Rows, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { useMe } from '../../../api/session.ts'

/** What the last loading of the files left out, for who can have it put right (DI2); nothing when nothing was. */
export const ImportFaults = () => {
  const t = useTexts('directory')
  const { subject } = useMe()
  const enabled = couldEverInDirectory(subject, 'directory.read-faults')
  const { data = [] } = useQuery(useApi().directory.listImportFaults.queryOptions({}, { enabled }))
  if (data.length === 0) return null
  return (
    <HangingSection title={t('faults')} summary={t('faults.what')}>
      <Rows>
        {data.map(({ path, line, reason }) => (
          <PlainRow key={`${path}/${line}/${reason}`}>
            <p className="strong">{line === null ? path : t('faults.line', { path, line: String(line) })}</p>
            <p className="second" lang="en">
              {reason}
            </p>
          </PlainRow>
        ))}
      </Rows>
    </HangingSection>
  )
}
