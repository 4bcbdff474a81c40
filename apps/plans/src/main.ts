import { runAlone } from '@mreza/service'
import { plansService } from './service.ts'

await runAlone(plansService)
