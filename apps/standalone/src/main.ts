import { failToStart, makeLog, stopOnSignal } from '@mreza/service'
import { readStandaloneConfig } from './config.ts'
import { startInstallation } from './start.ts'

const log = makeLog('mreza', process.env.MREZA_LOG_LEVEL)

const run = async () => {
  const config = readStandaloneConfig(process.env)
  const installation = await startInstallation(config, process.argv.includes('--separate'))
  stopOnSignal(log, installation.stop)
  const { address, setupLink } = installation
  process.stdout.write(`${JSON.stringify({ ready: true, address, setupLink })}\n`)
}

await run().catch((error: unknown) => failToStart(log, error))
