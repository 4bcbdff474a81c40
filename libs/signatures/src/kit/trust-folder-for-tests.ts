import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listFile } from '../trust/load-trust-list.ts'
import type { TrustList } from '../trust/trust.ts'

/** A new folder that says a list of trust, as an installation has it. */
export async function trustFolder({ name, anchors, crls }: TrustList): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trust-'))
  const put = (file: string, bytes: Uint8Array) => writeFile(join(folder, file), bytes)
  const said = {
    name,
    anchors: anchors.map(({ der: _, ...anchor }, index) => ({ ...anchor, file: `${index}.der` })),
    crls: crls.map((_, index) => ({ file: `${index}.crl` })),
  }
  await Promise.all(anchors.map(({ der }, index) => put(`${index}.der`, der)))
  await Promise.all(crls.map((crl, index) => put(`${index}.crl`, crl)))
  await writeFile(join(folder, listFile), JSON.stringify(said))
  return folder
}
