import { Button, QuietLoading, RefusalNote, useTexts } from '@mreza/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { refusalOf } from '../../api/refusal-of.ts'

type Query<Data> = Pick<UseQueryResult<Data, unknown>, 'data' | 'error' | 'refetch'>

/** A part of the page that waits for its data; a failure stands in its place and may be tried again. */
export const Loaded = <Data,>({ query, children }: { query: Query<Data>; children: (data: Data) => ReactNode }) => {
  const t = useTexts('shell')
  if (query.data !== undefined) return children(query.data)
  if (!query.error) return <QuietLoading />
  return (
    <>
      <RefusalNote refusal={refusalOf(query.error)} />
      <Button onPress={() => void query.refetch()}>{t('error.retry')}</Button>
    </>
  )
}
