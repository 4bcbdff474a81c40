import { runAlone } from '@mreza/service'
import { monitoringService } from './service.ts'

void runAlone(monitoringService)
