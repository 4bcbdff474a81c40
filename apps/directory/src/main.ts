import { runAlone } from '@mreza/service'
import { directoryService } from './service.ts'

void runAlone(directoryService)
