import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeSmallVolume } from './small-volume.ts'

const volume = await makeSmallVolume(4)

test.skipIf(volume === null)('a volume that is filled takes nothing more until the space is given back', async () => {
  if (volume === null) return
  const file = join(volume.folder, 'word')
  await volume.fill()
  await expect(writeFile(file, 'said')).rejects.toThrow('ENOSPC')
  await volume.free()
  await writeFile(file, 'said')
  expect(await readFile(file, 'utf8')).toBe('said')
  await volume.remove()
})
