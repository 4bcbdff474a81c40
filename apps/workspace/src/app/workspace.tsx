import { LiveRegions, ToastRegion } from '@mreza/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiProvider } from '../api/api-context.tsx'
import { makeApi } from '../api/clients.ts'
import { makeQueryClient } from '../api/query-client.ts'
import { forgetSession } from '../api/session.ts'
import { currentLanguage, firstLanguage, LanguageChoice, prepareLanguage } from './language-choice.tsx'
import { makeRouter } from './router.tsx'

/** Puts the workspace together: services, addresses, language. Resolves when the first texts are here. */
export const makeWorkspace = async (): Promise<ReactNode> => {
  const language = firstLanguage()
  await prepareLanguage(language)
  const queryClient = makeQueryClient(() => void toSignIn())
  const api = makeApi(queryClient)
  const router = makeRouter({ queryClient, api, language: currentLanguage })
  const toSignIn = async () => {
    if (router.state.location.pathname === '/sign-in') return
    const to = router.state.location.href
    await forgetSession(queryClient, api, () => router.navigate({ to: '/sign-in', search: { to, ended: true } }))
  }
  return (
    <QueryClientProvider client={queryClient}>
      <ApiProvider api={api}>
        <LanguageChoice first={language}>
          <LiveRegions>
            <ToastRegion>
              <RouterProvider router={router} />
            </ToastRegion>
          </LiveRegions>
        </LanguageChoice>
      </ApiProvider>
    </QueryClientProvider>
  )
}
