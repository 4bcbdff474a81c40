import { runAlone } from '@mreza/service'
import { agreementsService } from './service.ts'

await runAlone(agreementsService)
