import type { InstitutionId } from '@mreza/contracts-kernel'
import type { RiskId, RiskLevel } from '@mreza/contracts-plans'
import * as Y from 'yjs'
import { change, rankAfterAll, rankBefore, ranked, setFields, textWith } from './changes.ts'
import { type Item, keys, risksOf } from './doc.ts'
import { newItemId } from './item-id.ts'

const all = () => true

/** Adds a risk at the end; only in the room of safety. */
export const addRisk = (doc: Y.Doc, risk: { what?: string; response?: string } = {}): RiskId => {
  const id = newItemId() as RiskId
  const others = ranked(risksOf(doc), all, keys.risk.rank)
  change(doc, () => {
    const item: Item = new Y.Map()
    item.set(keys.risk.rank, rankAfterAll(others))
    item.set(keys.risk.what, textWith(risk.what))
    item.set(keys.risk.response, textWith(risk.response))
    risksOf(doc).set(id, item)
  })
  return id
}

/** Judges how grave a risk is. */
export const setRiskLevel = (doc: Y.Doc, id: RiskId, level: RiskLevel | null): boolean =>
  setFields(doc, risksOf(doc), id, { [keys.risk.level]: level })

/** Gives the response to an institution; null takes it back. */
export const assignRisk = (doc: Y.Doc, id: RiskId, institutionId: InstitutionId | null): boolean =>
  setFields(doc, risksOf(doc), id, { [keys.risk.institution]: institutionId })

/** Puts a risk before another, or at the end when `beforeId` is null. */
export const placeRisk = (doc: Y.Doc, id: RiskId, beforeId: RiskId | null): boolean =>
  setFields(doc, risksOf(doc), id, { [keys.risk.rank]: rankBefore(ranked(risksOf(doc), all, keys.risk.rank, id), beforeId) })

/** Takes a risk out, or back in (PL15). */
export const withdrawRisk = (doc: Y.Doc, id: RiskId, withdrawn = true): boolean =>
  setFields(doc, risksOf(doc), id, { [keys.risk.withdrawn]: withdrawn })
