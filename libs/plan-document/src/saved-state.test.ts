import { expect, test } from 'vitest'
import { SavedState } from './saved-state.ts'

const type = (state: SavedState) => {
  state.edited()
  state.frameSent(false)
}

test('PL7: an edit is unsaved until its frame is on disk', () => {
  const state = new SavedState()
  state.frameSent(true)
  type(state)
  type(state)
  expect(state.count).toEqual({ unsaved: 2, waiting: 0 })
  state.persisted(2)
  expect(state.count).toEqual({ unsaved: 1, waiting: 0 })
  state.persisted(3)
  expect(state.count).toEqual({ unsaved: 0, waiting: 0 })
})

test('PL7: edits made while the line is broken wait, and are saved by the sync step 2 of the next connection', () => {
  const state = new SavedState()
  state.frameSent(true)
  type(state)
  state.disconnected()
  state.edited()
  expect(state.count).toEqual({ unsaved: 2, waiting: 2 })
  type(state)
  expect(state.count).toEqual({ unsaved: 3, waiting: 3 })
  state.frameSent(true)
  expect(state.count).toEqual({ unsaved: 3, waiting: 0 })
  state.persisted(1)
  expect(state.count.unsaved).toBe(3)
  state.persisted(2)
  expect(state.count).toEqual({ unsaved: 0, waiting: 0 })
})

test('PL7: an acknowledgement of an earlier frame never saves a later edit', () => {
  const state = new SavedState()
  state.frameSent(true)
  state.persisted(1)
  type(state)
  state.persisted(1)
  expect(state.count.unsaved).toBe(1)
  type(state)
  state.persisted(2)
  expect(state.count.unsaved).toBe(1)
})

test('PL7: it does not matter whether the edit or its frame is told first', () => {
  const state = new SavedState()
  state.frameSent(true)
  state.frameSent(false)
  state.edited()
  expect(state.count).toEqual({ unsaved: 1, waiting: 0 })
  state.persisted(2)
  expect(state.count).toEqual({ unsaved: 0, waiting: 0 })
})
