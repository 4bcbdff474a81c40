import { createContext, type ReactNode, use } from 'react'
import type { Api } from './clients.ts'

const ApiContext = createContext<Api | null>(null)

/** Gives the services to everything inside. */
export const ApiProvider = ({ api, children }: { api: Api; children: ReactNode }) => <ApiContext value={api}>{children}</ApiContext>

/**
 * The services, typed by their contracts.
 * @example const api = useApi(); const inbox = useQuery(api.notifications.listInbox.queryOptions({}))
 */
export const useApi = (): Api => {
  const api = use(ApiContext)
  if (api === null) throw new Error('useApi is used outside of ApiProvider')
  return api
}
