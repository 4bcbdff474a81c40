import { Button, ButtonRow, buttonClass, EmptyState, Page, RefusalNote, useTexts } from '@mreza/ui'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { TRPCClientError } from '@trpc/client'
import { refusalOf } from '../../api/refusal-of.ts'

/** A page that did not open: what happened, and two ways on. Nothing of the error itself is shown. */
export const ErrorPage = ({ error, reset }: ErrorComponentProps) => {
  const t = useTexts('shell')
  const queries = useQueryErrorResetBoundary()
  const again = () => {
    queries.reset()
    reset()
  }
  return (
    <Page>
      <EmptyState
        title={t('error.title')}
        action={
          <ButtonRow>
            <Button kind="primary" onPress={again}>
              {t('error.retry')}
            </Button>
            <Link to="/" className={buttonClass()}>
              {t('error.home')}
            </Link>
          </ButtonRow>
        }
      >
        {error instanceof TRPCClientError ? undefined : t('error.text')}
      </EmptyState>
      {error instanceof TRPCClientError && <RefusalNote refusal={refusalOf(error)} />}
    </Page>
  )
}
