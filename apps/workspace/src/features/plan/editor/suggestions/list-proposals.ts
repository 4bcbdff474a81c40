import type * as Y from 'yjs'
import type { Suggestion, SuggestionKind } from '../suggestion.ts'
import type { Passage } from '../text/anchor.ts'
import { piecesOf, textsIn } from '../text/pieces.ts'
import { type ProposedPiece, proposalOf } from './mark.ts'

/** A proposal as it stands in a text, without saying which text. */
export type Proposal = Omit<Suggestion, 'place'>

/** Every piece of a text that is part of a proposal, in reading order. */
export const proposedIn = (fragment: Y.XmlFragment): ProposedPiece[] =>
  textsIn(fragment)
    .flatMap(({ text }) => piecesOf(text))
    .flatMap((piece) => proposalOf(piece) ?? [])

const words = (parts: readonly ProposedPiece[], does: ProposedPiece['does']) =>
  parts
    .filter((part) => part.does === does)
    .map(({ piece }) => piece.words)
    .join('')

const kindOf = (parts: readonly ProposedPiece[]): SuggestionKind => {
  const does = (what: ProposedPiece['does']) => parts.some((part) => part.does === what)
  if (does('insert')) return does('delete') ? 'replacement' : 'insertion'
  if (does('delete')) return 'deletion'
  return does('split') ? 'split' : 'join'
}

/** The proposals in a text that nobody has decided, in reading order. Pieces under one id by two people are two proposals. */
export const listProposals = (fragment: Y.XmlFragment): Proposal[] => {
  const byKey = Map.groupBy(proposedIn(fragment), ({ key }) => key)
  return [...byKey].map(([key, parts]) => ({
    key,
    kind: kindOf(parts),
    added: words(parts, 'insert'),
    removed: words(parts, 'delete'),
    clientId: parts[0]?.by ?? 0,
  }))
}

/** From the first to the last piece of a proposal; undefined when somebody has decided it. */
export const passageOfProposal = (fragment: Y.XmlFragment, key: string): Passage | undefined => {
  const places = textsIn(fragment).flatMap(({ text, at }) =>
    piecesOf(text).flatMap((piece) =>
      proposalOf(piece)?.key === key ? [{ from: at + piece.from, to: at + piece.from + piece.words.length }] : [],
    ),
  )
  const [first] = places
  const last = places.at(-1)
  return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to }
}
