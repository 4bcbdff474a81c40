import { runAlone } from '@mreza/service'
import { directoryService } from './service.ts'

await runAlone(directoryService)
