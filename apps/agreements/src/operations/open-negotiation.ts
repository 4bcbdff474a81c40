import { decideNegotiation } from '../domain/decide.ts'
import { changing } from './changing.ts'

/** Opens the text of a draft, or of an agreed one, for negotiation (AG13). */
export const openNegotiation = changing('openNegotiation', 'agreement.negotiate', decideNegotiation)
