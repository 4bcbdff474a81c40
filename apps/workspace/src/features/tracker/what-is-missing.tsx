import { AsideBlock, InOwnLanguage, PlainRow, Rows, useFormats, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../api/api-context.tsx'
import type { TrackedColumn } from './tracked-columns.ts'

const Missing = ({ column }: { column: TrackedColumn }) => {
  const t = useTexts('tracker')
  const words = useTexts('words')
  const formats = useFormats()
  const { data } = useQuery(useApi().agreements.readAgreement.queryOptions({ agreementId: column.agreement.id }))
  if (data === undefined || data.state !== 'sent') return null
  const sectors = data.missing.sectors.map((sector) => words(`sector.${sector}`))
  return (
    <PlainRow>
      <p>
        <Link className="strong" to="/protocols/$agreementId" params={{ agreementId: data.id }}>
          <InOwnLanguage text={data.title} />
        </Link>
      </p>
      <p className="second">
        {data.missing.signatures > 0 ? t('missing.signatures', { count: data.missing.signatures }) : ''}
        {sectors.length > 0 ? ` ${t('missing.sectors', { sectors: formats.list(sectors) })}` : ''}
      </p>
    </PlainRow>
  )
}

/** What stands between each sent agreement and its coming into force. */
export const WhatIsMissing = ({ columns }: { columns: readonly TrackedColumn[] }) => {
  const t = useTexts('tracker')
  const sent = columns.filter(({ tracked }) => tracked.state === 'sent')
  return (
    <AsideBlock title={t('missing')}>
      {sent.length === 0 ? (
        <p className="second">{t('missing.nothing')}</p>
      ) : (
        <Rows>
          {sent.map((column) => (
            <Missing key={column.tracked.agreementId} column={column} />
          ))}
        </Rows>
      )}
    </AsideBlock>
  )
}
