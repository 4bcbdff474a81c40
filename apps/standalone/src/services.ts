import { agreementsService } from '@mreza/agreements'
import { conferencesService } from '@mreza/conferences'
import { directoryService } from '@mreza/directory'
import { monitoringService } from '@mreza/monitoring'
import { notificationsService } from '@mreza/notifications'
import { plansService } from '@mreza/plans'
import type { ServiceDefinition } from '@mreza/service'

/** The services behind the gateway, in the order in which they migrate and start: one line each, and nothing else to do for a new one. */
export const services: readonly ServiceDefinition[] = [
  directoryService,
  agreementsService,
  conferencesService,
  plansService,
  notificationsService,
  monitoringService,
]
