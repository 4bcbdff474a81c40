import { suggestionMarks } from '@mreza/plan-document'
import type { Piece } from '../text/pieces.ts'

/** What stands in a text where a paragraph is proposed to be parted or joined: a letter with the mark of an insertion. */
export const boundarySign = '¶'

/** What the marks of a proposal carry: `is` where the letter under it stands for the end of a paragraph. */
export interface ProposalMark {
  readonly id: string
  readonly is?: 'split' | 'join' | null
}

/** A piece that is part of a proposal. */
export interface ProposedPiece {
  readonly piece: Piece
  readonly does: 'insert' | 'delete' | 'split' | 'join'
  readonly key: string
  readonly by: number
}

const markOf = (value: unknown): ProposalMark | undefined =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? (value as ProposalMark) : undefined

/** The part that a piece has in a proposal, if it has one. Whose it is follows from who wrote it and never from the mark. */
export const proposalOf = (piece: Piece): ProposedPiece | undefined => {
  const added = markOf(piece.marks[suggestionMarks.insertion])
  if (added !== undefined)
    return { piece, does: added.is === 'split' || added.is === 'join' ? added.is : 'insert', key: `${added.id} ${piece.by}`, by: piece.by }
  const removed = markOf(piece.marks[suggestionMarks.deletion])
  const by = piece.markedBy[suggestionMarks.deletion] ?? piece.by
  return removed === undefined ? undefined : { piece, does: 'delete', key: `${removed.id} ${by}`, by }
}
