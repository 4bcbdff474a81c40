import { Button, ButtonRow, buttonClass, Page, PageHead, RefusalNote, useTexts } from '@mreza/ui'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { TRPCClientError } from '@trpc/client'
import { refusalOf } from '../../api/refusal-of.ts'

/** A page that did not open: what happened, and two ways on. Nothing of the error itself is shown. */
export const ErrorPage = ({ error, reset }: ErrorComponentProps) => {
  const t = useTexts('shell')
  const queries = useQueryErrorResetBoundary()
  const router = useRouter()
  const refused = error instanceof TRPCClientError
  const again = () => {
    queries.reset()
    reset()
    void router.invalidate()
  }
  return (
    <Page>
      <PageHead title={t('error.title')} second={refused ? undefined : t('error.text')} />
      <ButtonRow>
        <Button kind="primary" onPress={again}>
          {t('error.retry')}
        </Button>
        <Link to="/" className={buttonClass()}>
          {t('error.home')}
        </Link>
      </ButtonRow>
      {refused && <RefusalNote refusal={refusalOf(error)} />}
    </Page>
  )
}
