import { runAlone } from '@mreza/service'
import { conferencesService } from './service.ts'

void runAlone(conferencesService)
