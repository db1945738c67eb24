// What is in hand while designing: form and source stay one, steps go back and forth, nothing of mine is lost to a colleague.
import { describe, expect, it } from 'vitest'
import { withFieldsPlaced, withQuestion, withService, withoutService } from './compose.ts'
import { newMatter, type Fields } from './fields.ts'
import { beginWorkspace, editItem, editText, isOvertaken, openItem, redo, takeTheirs, undo, unsaved, savedAs, withTheirs } from './workspace.ts'

const file = 'tiny/matters/plant.yaml'
const text = '# 种树\nid: plant\nname: 种树\nservices:\n  - {service: first}\n'
const opened = () => openItem(beginWorkspace('tiny', []), 'matters/plant', { file, content: text, inherited: null, fields: { id: 'plant', name: '种树', services: [{ service: 'first' }] } })

describe('an item in hand', () => {
  it('changed in the form changes its source, and the other way round', () => {
    const changed = editItem(opened(), 'matters/plant', { id: 'plant', name: '栽树', services: [{ service: 'first' }] })
    expect(changed.now.texts[file]).toBe(text.replace('name: 种树', 'name: 栽树'))
    expect(editText(changed, file, text.replace('first', 'second')).now.fields['matters/plant']).toMatchObject({ name: '种树', services: [{ service: 'second' }] })
    expect(editText(changed, file, 'id: [').now.fields['matters/plant']).toBeNull()
  })

  it('goes back and forward step by step; strokes in one field are one step', () => {
    const named = (name: string) => ({ id: 'plant', name, services: [] })
    let workspace = opened()
    for (const name of ['栽', '栽一', '栽一棵']) workspace = editItem(workspace, 'matters/plant', named(name), 'name')
    workspace = editItem(workspace, 'matters/plant', { ...named('栽一棵'), stage: 'x' }, 'stage')
    expect(undo(workspace).now.fields['matters/plant']).toEqual(named('栽一棵'))
    expect(undo(undo(workspace)).now.texts[file]).toBe(text)
    expect(undo(undo(undo(workspace))).now.texts[file]).toBe(text)
    expect(redo(redo(undo(undo(workspace)))).now).toEqual(workspace.now)
  })

  it('inherited is written as what differs, and as nothing when nothing does', () => {
    const inherited = { id: 'plant', name: '种树', delivery: '邮寄' }
    const workspace = openItem(beginWorkspace('city', []), 'matters/plant', { file: null, content: null, inherited, fields: inherited })
    const changed = editItem(workspace, 'matters/plant', { ...inherited, delivery: '自取' })
    expect(changed.now.texts['city/matters/plant.yaml']).toBe('# 种树\n# yaml-language-server: $schema=../../schema/matters.schema.json\noverrides: plant\ndelivery: 自取\n')
    expect(unsaved(editItem(changed, 'matters/plant', inherited))).toEqual([])
  })
})

describe('two people', () => {
  it('taking a colleague’s text keeps mine one step back', () => {
    const mine = editItem(opened(), 'matters/plant', { id: 'plant', name: '我的' })
    const theirs = takeTheirs(mine, file, text.replace('种树', '她的'))
    expect(unsaved(theirs)).toEqual([])
    expect(undo(theirs).now.fields['matters/plant']).toMatchObject({ name: '我的' })
  })

  it('a colleague’s text of a file I am writing in is noticed, my own and other files are not', () => {
    const mine = editItem(opened(), 'matters/plant', { id: 'plant', name: '我的' })
    expect(isOvertaken(mine, [{ file, content: '她的' }])).toBe(true)
    expect(isOvertaken(mine, [{ file, content: text }, { file: 'tiny/texts/stages.yaml', content: '她的' }])).toBe(false)
    expect(isOvertaken(savedAs(mine, unsaved(mine)), [{ file, content: '她的' }])).toBe(false)
  })

  it('other files of a colleague come in by themselves, mine that are not saved stay', () => {
    const mine = editItem(opened(), 'matters/plant', { id: 'plant', name: '我的' })
    expect(withTheirs(mine, [{ file, content: 'x' }]).now).toBe(mine.now)
    const saved = savedAs(mine, unsaved(mine))
    expect(withTheirs(saved, [{ file, content: text }]).now.texts[file]).toBe(text)
  })
})

describe('a matter put together', () => {
  const parts = {
    services: [{ id: 'first', concepts: ['person.name', 'person.kind', 'tree.height', 'tree.area'] }, { id: 'second', concepts: ['person.name', 'person.phone', 'garden.size'] }],
    concepts: [...['person.name', 'person.kind', 'person.phone', 'tree.height', 'garden.size'].map((id) => ({ id, subject: id.split('.')[0] ?? '', derived: false })), { id: 'tree.area', subject: 'tree', derived: true }],
    subjects: [{ id: 'person', name: { 'zh-CN': '您' } }],
  }
  const pages = (matter: Fields) => matter['topics']
  const begun = newMatter({ id: 'plant', name: { zh: '种树', en: '' }, stage: 'leisure', audience: 'person' })

  it('gets the subjects and fields of each service, every field on one page', () => {
    const matter = withService(withService(begun, 'first', parts), 'second', parts)
    expect(pages(matter)).toEqual([
      { id: 'person', name: { 'zh-CN': '您' }, concepts: ['person.name', 'person.kind', 'person.phone'] },
      { id: 'tree', name: 'tree', concepts: ['tree.height'] },
      { id: 'garden', name: 'garden', concepts: ['garden.size'] },
    ])
    expect(matter['subjects']).toEqual([{ id: 'person', name: { 'zh-CN': '您' } }, { id: 'tree', name: 'tree' }, { id: 'garden', name: 'garden' }])
    expect(withFieldsPlaced(matter, parts)).toEqual(matter)
  })

  it('loses the fields nobody needs any more, and those that become questions', () => {
    const matter = withService(withService(begun, 'first', parts), 'second', parts)
    expect(pages(withoutService(matter, 'second', parts))).toMatchObject([{ concepts: ['person.name', 'person.kind'] }, { concepts: ['tree.height'] }])
    expect(pages(withQuestion(matter, { concept: 'person.kind', ask: '您是？' }, parts))).toMatchObject([{ concepts: ['person.name', 'person.phone'] }, {}, {}])
  })
})
