import { runAlone } from '@mreza/service'
import { plansService } from './service.ts'

void runAlone(plansService)
