import { editOrigin, plainText } from '@mreza/plan-document'
import { Fragment, Slice } from '@tiptap/pm/model'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { schema } from '../schema.ts'
import { textsIn } from '../text/pieces.ts'
import { decideProposal } from './decide-proposal.ts'
import { Desk } from './desk-for-tests.ts'
import { listProposals } from './list-proposals.ts'
import { OnlyWordsCanBeProposed } from './propose.ts'

const paragraphs = (...lines: string[]) =>
  Fragment.from(lines.map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)])))

let vera: Desk
let sava: Desk

beforeEach(() => {
  vera = new Desk(11)
  sava = new Desk(22)
  vera.write((tr) => tr.replaceWith(0, tr.doc.content.size, paragraphs('Pregled je obavljen.', 'Nalaz biće dostavljen.')))
  vera.meet(sava)
})

const only = (desk: Desk) => {
  const [first, ...more] = listProposals(desk.text)
  expect(more).toEqual([])
  if (first === undefined) throw new Error('nothing is proposed')
  return first
}
/** Sava decides what Vera proposed, and both say what they see. */
const decide = (decision: 'accept' | 'refuse') => {
  vera.meet(sava)
  expect(decideProposal(sava.text, only(sava).key, decision)).toBe(true)
  vera.meet(sava)
  expect(vera.lines).toEqual(sava.lines)
  expect(listProposals(vera.text)).toEqual([])
  return vera.lines
}

describe('words', () => {
  const replaced = () => vera.suggest((tr) => tr.insertText('dostavlja se', 29, 44), [29, 44])

  test('one for the other are one proposal of the one who wrote it, and the text stands until it is decided (PL17)', () => {
    replaced()
    vera.meet(sava)
    expect(only(sava)).toMatchObject({ kind: 'replacement', removed: 'biće dostavljen', added: 'dostavlja se', clientId: 11 })
    expect(plainText(sava.text)).toBe('Pregled je obavljen.\nNalaz biće dostavljen.')
  })
  test('accepted they stand', () => {
    replaced()
    expect(decide('accept')).toEqual(['Pregled je obavljen.', 'Nalaz dostavlja se.'])
  })
  test('refused nothing has happened', () => {
    replaced()
    expect(decide('refuse')).toEqual(['Pregled je obavljen.', 'Nalaz biće dostavljen.'])
  })
  test('letter after letter is one proposal, and taking back one’s own leaves nothing', () => {
    vera.suggest((tr) => tr.insertText('d', 20), [20])
    vera.suggest((tr) => tr.insertText('a', 21), [21])
    expect(only(vera)).toMatchObject({ kind: 'insertion', added: 'da' })
    vera.suggest((tr) => tr.delete(20, 22), [20, 22])
    expect(listProposals(vera.text)).toEqual([])
    expect(vera.lines[0]).toBe('Pregled je obavljen.')
  })
  test('of two people under one id are two proposals, each of the one who wrote the letters (PL17)', () => {
    vera.suggest((tr) => tr.insertText('jedan', 20), [20])
    vera.meet(sava)
    const [{ key } = { key: '' }] = listProposals(vera.text)
    textsIn(sava.text)[0]?.text.insert(24, 'dva', { insertion: { id: key.split(' ')[0], is: null } })
    expect(listProposals(sava.text).map(({ added, clientId }) => [added, clientId])).toEqual([
      ['jedan', 11],
      ['dva', 22],
    ])
  })
  test('typed by a colleague into what is proposed to go stay', () => {
    vera.suggest((tr) => tr.delete(1, 21), [1, 21])
    vera.meet(sava)
    sava.write((tr) => tr.insertText(' danas', 11))
    sava.meet(vera)
    for (const { key } of listProposals(vera.text)) decideProposal(vera.text, key, 'accept')
    expect(vera.lines[0]?.trim()).toBe('danas')
  })
})

describe('a paragraph', () => {
  const parted = () => vera.suggest((tr) => tr.split(9), [9])

  test('parted is a sign until it is decided', () => {
    parted()
    vera.meet(sava)
    expect(only(sava).kind).toBe('split')
    expect(sava.lines).toEqual(['Pregled ¶je obavljen.', 'Nalaz biće dostavljen.'])
    expect(plainText(sava.text)).toBe('Pregled je obavljen.\nNalaz biće dostavljen.')
  })
  test('parted and accepted is two', () => {
    parted()
    expect(decide('accept')).toEqual(['Pregled ', 'je obavljen.', 'Nalaz biće dostavljen.'])
  })
  test('parted and refused is one', () => {
    parted()
    expect(decide('refuse')).toEqual(['Pregled je obavljen.', 'Nalaz biće dostavljen.'])
  })
  test('joined with the next and accepted is one', () => {
    vera.suggest((tr) => tr.join(22), [23])
    expect(vera.lines[0]).toBe('Pregled je obavljen.¶')
    expect(decide('accept')).toEqual(['Pregled je obavljen.Nalaz biće dostavljen.'])
  })
  test('joined and refused is two', () => {
    vera.suggest((tr) => tr.join(22), [23])
    expect(decide('refuse')).toEqual(['Pregled je obavljen.', 'Nalaz biće dostavljen.'])
  })
  test('put in whole from elsewhere is its words and signs, and accepted parts where it was parted', () => {
    vera.suggest((tr) => tr.replace(20, 20, new Slice(paragraphs(' i', 'potpisan'), 1, 1)), [20])
    expect(decide('accept')).toEqual(['Pregled je obavljen i', 'potpisan.', 'Nalaz biće dostavljen.'])
  })
  test('keeps what a colleague writes into both halves while it is only proposed', () => {
    parted()
    sava.write((tr) => tr.insertText('Prvi p', 1, 2))
    sava.write((tr) => tr.insertText(' već', 16))
    expect(decide('accept')).toEqual(['Prvi pregled ', 'je već obavljen.', 'Nalaz biće dostavljen.'])
  })
  test('in a list becomes a point of its own', () => {
    const point = schema.node('listItem', null, paragraphs('hleb i mleko'))
    vera.write((tr) => tr.replaceWith(0, tr.doc.content.size, schema.node('bulletList', null, [point])))
    vera.suggest((tr) => tr.split(9, 2), [9])
    vera.meet(sava)
    decideProposal(sava.text, only(sava).key, 'accept')
    expect(sava.text.toString().match(/<listitem>/gi)).toHaveLength(2)
    expect(sava.lines).toEqual(['hleb i', ' mleko'])
  })
})

test('a change of form cannot be proposed', () => {
  const bold = () => vera.suggest((tr) => tr.addMark(1, 5, schema.mark('bold')))
  const heading = () => vera.suggest((tr) => tr.setBlockType(1, 5, schema.nodes.heading))
  expect(bold).toThrow(OnlyWordsCanBeProposed)
  expect(heading).toThrow(OnlyWordsCanBeProposed)
})

test('a decision is one step of undo, and undo takes back only one’s own', () => {
  vera.suggest((tr) => tr.split(9), [9])
  vera.meet(sava)
  const undo = new Y.UndoManager(sava.doc, { trackedOrigins: new Set([editOrigin, ySyncPluginKey]) })
  decideProposal(sava.text, only(sava).key, 'accept')
  vera.write((tr) => tr.insertText('Jutros. ', 1))
  vera.meet(sava)
  undo.undo()
  vera.meet(sava)
  expect(vera.lines).toEqual(['Jutros. Pregled ¶je obavljen.', 'Nalaz biće dostavljen.'])
  expect(only(vera).kind).toBe('split')
})
