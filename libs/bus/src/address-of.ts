import type { ConnectionOptions } from 'nats'

/** Where the broker is and how to enter. */
export interface BrokerAddress {
  /** `nats://host:port`, one or several. A user and password, or a lone token before the `@`, may stand in the first one. */
  readonly servers: string | readonly string[]
  /** How this process is called at the broker. */
  readonly name: string
  readonly user?: string
  readonly password?: string
  readonly token?: string
}

const fromUrl = (server: string): Pick<BrokerAddress, 'user' | 'password' | 'token'> => {
  if (!server.includes('@')) return {}
  const { username, password } = new URL(server)
  if (password === '') return { token: decodeURIComponent(username) }
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) }
}

/** The client's own form of the address; it does not read credentials from an address itself. */
export const addressOf = (address: BrokerAddress): ConnectionOptions => {
  const servers = typeof address.servers === 'string' ? address.servers.split(',') : [...address.servers]
  const { user, password, token } = { ...fromUrl(servers[0] ?? ''), ...address }
  const plain = servers.map((server) => server.trim().replace(/^(\w+:\/\/)[^@/]*@/, '$1'))
  return { servers: plain, name: address.name, ...(user && { user }), ...(password && { pass: password }), ...(token && { token }) }
}
