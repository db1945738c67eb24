// Texts kept in the browser come back with the revision they were written on.
// So the server sees what a colleague saved meanwhile, and asks.
import { expect, it } from 'vitest'
import { parseKept, withKept } from './kept.ts'
import { beginWorkspace, unsaved } from './workspace.ts'

const file = 'tiny/matters/plant.yaml'
const loaded = () => beginWorkspace('tiny', [{ file, content: '她的' }])

it('a kept text is sent with the revision it was written on, not the one just loaded', () => {
  const begun = withKept(loaded(), 7, { revision: 4, texts: [{ file, content: '我的' }] })
  expect(begun.revision).toBe(4)
  expect(unsaved(begun.workspace)).toEqual([{ file, content: '我的' }])
})

it('with nothing kept, or nothing the server does not have, the revision is the one loaded', () => {
  expect(withKept(loaded(), 7, parseKept(null)).revision).toBe(7)
  expect(withKept(loaded(), 7, { revision: 4, texts: [{ file, content: '她的' }] }).revision).toBe(7)
})

it('what was kept is read as it was written, and anything else is nothing', () => {
  const kept = { revision: 4, texts: [{ file, content: '我的' }, { file: 'tiny/texts/a.yaml', content: null }] }
  expect(parseKept(JSON.stringify(kept))).toEqual(kept)
  for (const text of ['', '{', '[]', 'null', '{"revision":"4","texts":[]}', '{"revision":4}']) expect(parseKept(text), text).toEqual({ revision: 0, texts: [] })
})
