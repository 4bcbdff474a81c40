import { Button, Page, QuietLoading, RefusalNote, useTexts } from '@mreza/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { refusalOf } from '../../api/refusal-of.ts'
import { MissingPage } from '../../app/error/missing-page.tsx'
import { Opening } from '../../app/error/opening.tsx'

type Query<Data> = Pick<UseQueryResult<Data, unknown>, 'data' | 'error' | 'refetch'>

const Failed = ({ query }: { query: Query<unknown> }) => {
  const t = useTexts('shell')
  return (
    <>
      <RefusalNote refusal={refusalOf(query.error)} />
      <Button onPress={() => void query.refetch()}>{t('error.retry')}</Button>
    </>
  )
}

/** A part of a page that waits for its data; a failure stands in its place and may be tried again. */
export const Loaded = <Data,>({ query, children }: { query: Query<Data>; children: (data: Data) => ReactNode }) => {
  if (query.data !== undefined) return children(query.data)
  return query.error ? <Failed query={query} /> : <QuietLoading />
}

const gone = new Set(['not-found', 'invalid-input'])

/** A whole page of one thing. What is missing or no longer open is never left on the screen, also when it was open before. */
export const Opened = <Data,>({ query, children }: { query: Query<Data>; children: (data: Data) => ReactNode }) => {
  if (query.error && gone.has(refusalOf(query.error).code)) return <MissingPage />
  if (query.data !== undefined) return children(query.data)
  if (!query.error) return <Opening />
  return (
    <Page>
      <Failed query={query} />
    </Page>
  )
}
