import { runAlone } from '@mreza/service'
import { monitoringService } from './service.ts'

await runAlone(monitoringService)
