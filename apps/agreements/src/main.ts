import { runAlone } from '@mreza/service'
import { agreementsService } from './service.ts'

void runAlone(agreementsService)
