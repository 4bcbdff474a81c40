import { runAlone } from '@mreza/service'
import { notificationsService } from './service.ts'

void runAlone(notificationsService)
