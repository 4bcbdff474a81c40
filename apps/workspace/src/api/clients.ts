import type { agreementOperations } from '@mreza/contracts-agreements'
import type { conferenceOperations } from '@mreza/contracts-conferences'
import type { directoryOperations } from '@mreza/contracts-directory'
import type { identityOperations } from '@mreza/contracts-identity'
import type { Contract } from '@mreza/contracts-kernel'
import type { monitoringOperations } from '@mreza/contracts-monitoring'
import type { notificationOperations } from '@mreza/contracts-notifications'
import type { plansOperations } from '@mreza/contracts-plans'
import type { RouterOf } from '@mreza/rpc/types'
import type { QueryClient } from '@tanstack/react-query'
import { createTRPCClient } from '@trpc/client'
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { linksOf } from './links.ts'

const optionsOf = <C extends Contract>(service: string, queryClient: QueryClient): TRPCOptionsProxy<RouterOf<C>> =>
  createTRPCOptionsProxy<RouterOf<C>>({ client: createTRPCClient<RouterOf<C>>({ links: linksOf<C>(service) }), queryClient })

/**
 * Every service by its name, typed by its contract.
 * @example const cases = useQuery(api.conferences.listCases.queryOptions({})); const save = useMutation(api.plans.approve.mutationOptions())
 */
export const makeApi = (queryClient: QueryClient) => ({
  identity: optionsOf<typeof identityOperations>('identity', queryClient),
  directory: optionsOf<typeof directoryOperations>('directory', queryClient),
  agreements: optionsOf<typeof agreementOperations>('agreements', queryClient),
  conferences: optionsOf<typeof conferenceOperations>('conferences', queryClient),
  plans: optionsOf<typeof plansOperations>('plans', queryClient),
  notifications: optionsOf<typeof notificationOperations>('notifications', queryClient),
  monitoring: optionsOf<typeof monitoringOperations>('monitoring', queryClient),
})
/** The services as the workspace calls them. */
export type Api = ReturnType<typeof makeApi>
