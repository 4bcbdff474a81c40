import { type Der, hasTags, readDer } from './der.ts'

const tags = {
  number: 0x02,
  octets: 0x04,
  nothing: 0x05,
  id: 0x06,
  sequence: 0x30,
  set: 0x31,
  first: 0xa0,
  second: 0xa1,
  key: 0x80,
} as const

/** Whether bytes have the shape of a container of signatures (RFC 5652, 5.1), every part in its place and nothing beside them. */
export function isContainer(bytes: Uint8Array): boolean {
  const info = readDer(bytes)
  if (info === null || info.tag !== tags.sequence || !hasTags(info, [tags.id, tags.first])) return false
  const [data, ...more] = info.parts[1]?.parts ?? []
  return data !== undefined && more.length === 0 && data.tag === tags.sequence && isSignedData(data)
}

function isSignedData(data: Der): boolean {
  const order = [tags.number, tags.set, tags.sequence, tags.first, tags.second, tags.set]
  if (!hasTags(data, order, [tags.first, tags.second])) return false
  const [, digests, content] = data.parts
  const signers = data.parts.at(-1)
  return (
    digests?.parts.every(isAlgorithm) === true && content !== undefined && isContent(content) && signers?.parts.every(isSigner) === true
  )
}

const isContent = (content: Der): boolean =>
  hasTags(content, [tags.id, tags.first], [tags.first]) && (content.parts.length === 1 || content.parts[1]?.parts.length === 1)

/** An algorithm: its number, and nothing, an empty parameter, or a list of parameters. */
function isAlgorithm(algorithm: Der): boolean {
  const bare = hasTags(algorithm, [tags.id, tags.nothing], [tags.nothing])
  return algorithm.tag === tags.sequence && (bare || hasTags(algorithm, [tags.id, tags.sequence]))
}

function isSigner(signer: Der): boolean {
  const [version, sid, digest, , algorithm] = signer.parts
  const sidTag = sid?.tag === tags.key ? tags.key : tags.sequence
  const order = [tags.number, sidTag, tags.sequence, tags.first, tags.sequence, tags.octets, tags.second]
  if (signer.tag !== tags.sequence || !hasTags(signer, order, [tags.second]) || version === undefined) return false
  const named = sidTag === tags.key || (sid !== undefined && hasTags(sid, [tags.sequence, tags.number]))
  return named && digest !== undefined && isAlgorithm(digest) && algorithm !== undefined && isAlgorithm(algorithm)
}
