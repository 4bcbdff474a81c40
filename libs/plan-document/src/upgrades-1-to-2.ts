import * as Y from 'yjs'
import { goalsOf, keys } from './doc.ts'

/** Version 2: a goal has the person's own words and a note beside its outcome. Adds what earlier goals have not. */
export const addWordsToGoals = (doc: Y.Doc): void => {
  for (const goal of goalsOf(doc).values())
    for (const key of [keys.goal.own, keys.goal.note])
      if (goal instanceof Y.Map && !(goal.get(key) instanceof Y.XmlFragment)) goal.set(key, new Y.XmlFragment())
}
