import { makeLog } from '@mreza/service'
import type { StandaloneConfig } from '../config.ts'
import { firstSteps } from '../first-steps.ts'
import { services } from '../services.ts'
import type { RunningInstallation } from '../start.ts'
import { type SupervisedChild, superviseChild } from './child.ts'
import { freePort } from './free-port.ts'
import { mainOf } from './service-process.ts'

const addressesOf = async () => new Map(await Promise.all(services.map(async ({ name }) => [name, await freePort()] as const)))

/** Runs the gateway and every service as a process of its own; a process that dies is started again and loses nothing. */
export const startSeparately = async (config: StandaloneConfig): Promise<RunningInstallation> => {
  const log = makeLog('mreza', config.service.MREZA_LOG_LEVEL)
  const ports = await addressesOf()
  const shared = {
    ...process.env,
    MREZA_SECRETS_FILE: config.own.secretsFile,
    MREZA_SERVICES: [...ports].map(([name, port]) => `${name}=http://127.0.0.1:${port}`).join(','),
  }
  const run = (name: string, port: number) =>
    superviseChild({ name, main: mainOf(name), log, env: { ...shared, PORT: String(port), HOST: '127.0.0.1' } })
  const children: SupervisedChild[] = []
  const stop = async () => {
    for (const child of children.splice(0).reverse()) await child.stop()
  }
  try {
    children.push(...(await Promise.all([...ports].map(([name, port]) => run(name, port)))))
    const setupLink = await firstSteps(config, log)
    children.push(await run('gateway', config.service.PORT))
    return { address: `http://127.0.0.1:${config.service.PORT}`, setupLink, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
