import { canInIdentity, type InstallationHealth, refuseInIdentity, type ServiceHealth } from '@mreza/contracts-identity'
import type { Identity, IdentityContext } from '../identity.ts'

/** The parts by service: the report names them `<service>.<part>`. */
const byService = (parts: Readonly<Record<string, 'up' | 'down'>>): ServiceHealth[] => {
  const services = new Map<string, Record<string, 'up' | 'down'>>()
  for (const [path, state] of Object.entries(parts)) {
    const [name = '', part = ''] = path.split('.')
    services.set(name, { ...services.get(name), [part]: state })
  }
  return [...services].map(([name, of]) => ({ name, parts: of }))
}

/** Which parts of the installation work now (ID22). */
export const readHealth =
  (identity: Identity) =>
  async (ctx: IdentityContext): Promise<InstallationHealth> => {
    if (!canInIdentity(ctx.subject, 'installation.read-health', undefined)) throw refuseInIdentity('not-allowed')
    const { ready, parts } = await identity.health()
    return { ready, services: byService(parts) }
  }
