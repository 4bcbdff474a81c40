import type { Log } from '@mreza/service'
import { loadTrustList, type TrustList } from '@mreza/signatures'

/** Whose certificates are trusted. What is wrong in the folder is said file by file and left out; without a folder nobody is trusted. */
export const readTrust = async (folder: string | undefined, log: Log): Promise<TrustList> => {
  if (folder === undefined) return { name: '', anchors: [], crls: [] }
  const { list, faults } = await loadTrustList(folder)
  for (const { file, what } of faults) log.error('a trusted issuer is left out', { file, reason: what })
  log.info('trusted issuers', { list: list.name, issuers: list.anchors.length, crls: list.crls.length })
  return list
}
