import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml'
import type { Fault } from './fault.ts'

type Step = PropertyKey

const pairAt = (node: Node | null, step: Step): Pair | undefined =>
  isMap(node) ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step)) : undefined

const childAt = (node: Node | null, step: Step): Node | null => {
  const value = isSeq(node) ? node.items[Number(step)] : pairAt(node, step)?.value
  return isNode(value) ? value : null
}

const offsetOf = (root: Node | null, path: readonly Step[]): number => {
  let node = root
  let offset = node?.range?.[0] ?? 0
  for (const step of path) {
    const key = pairAt(node, step)?.key
    node = childAt(node, step)
    offset = (isNode(key) ? key.range?.[0] : node?.range?.[0]) ?? offset
  }
  return offset
}

/** Makes faults of one YAML file from paths in its data: the nearest place that the file has is named. */
export const placeFinder =
  (file: string, document: Document, lines: LineCounter) =>
  (path: readonly Step[], reason: string): Fault => {
    const { line, col } = lines.linePos(offsetOf(document.contents as Node | null, path))
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), path: path.map(String).join('.'), reason }
  }

export type FaultAt = ReturnType<typeof placeFinder>
