import { runAlone } from '@mreza/service'
import { conferencesService } from './service.ts'

await runAlone(conferencesService)
