import { decideReady } from '../domain/decide.ts'
import { changing } from './changing.ts'

/** The text is agreed and may be sent (AG13). */
export const markReady = changing('markReady', 'agreement.negotiate', decideReady)
