import { runAlone } from '@mreza/service'
import { notificationsService } from './service.ts'

await runAlone(notificationsService)
