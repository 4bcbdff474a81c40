import { join } from 'node:path'
import { services } from '@mreza/standalone'
import { packService } from './pack/pack-service.ts'

// Packs each service and the gateway into `apps/<name>/dist`, from where `--separate` runs them when they are there; for images.
const apps = join(import.meta.dirname, '..', 'apps')
for (const name of ['gateway', ...services.map((service) => service.name)]) {
  await packService(join(apps, name, 'src', 'main.ts'), join(apps, name, 'dist'))
  console.log(`packed ${name}`)
}
