export { closeCodeName, closeCodes, frameTypes } from '@mreza/contracts-kernel'

/** The subprotocol that the server answers with; a client offers it together with `ticket.<ticket>`. */
export const liveSubprotocol = 'mreza.v1'

/** The subprotocols to offer for a ticket. */
export const subprotocolsOf = (ticket: string): [string, string] => [liveSubprotocol, `ticket.${ticket}`]
