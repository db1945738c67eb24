// What is done once for the same input: nothing that is wrong is missed because it was right, or wrong in another way, before.
import { describe, expect, it } from 'vitest'
import { checkPacks, loadPacks } from './load-packs.ts'
import { both, type PackError } from './pack-error.ts'
import type { PackFiles } from './pack-folder.ts'
import { remembering, stampOf } from './remembered.ts'
import { changed } from './tiny-pack.ts'

const law = '{title: 样例法}'
const grown = changed('tiny/matters/plant.yaml', '{id: tree, name: 树}', '{id: tree, name: 树, many: {min: 1, max: 3, ask: 种几棵？}}', changed('tiny/services/second.yaml', 'rule: tree.height > 5', "rule: 'every t in tree satisfies t.height > 5'"))

/** A province and a city with everything that is checked once: groups, a table, duties, phrases, words, and what a city says otherwise from a later day. */
const world: Readonly<Record<string, string>> = {
  ...changed('tiny/services/first.yaml', 'decision: manual', 'decision: automatic', grown),
  'tiny/decisions/first.yaml': `id: first
name: 样例表
hitPolicy: UNIQUE
legalBasis: [${law}]
inputs:
  - {id: kind, name: 类别, rule: person.kind}
rows:
  - {id: young, when: {kind: '"young"'}, decision: approve, reason: 理由, law: ${law}}
  - {id: old, when: {kind: '"old"'}, decision: person, reason: 理由, law: ${law}}
`,
  'tiny/request-categories/trees.yaml': 'id: trees\nname: 树木\norder: 1\ngroups:\n  - id: street\n    name: 路树\n    leaves:\n      - {id: fallen, name: 树倒了, examples: [大树倒在路上, 树压到车], keywords: [倒], deadline: life}\n',
  'tiny/duties/all.yaml': `duties:\n  - id: all-trees\n    categories: [trees]\n    regions: ['990000']\n    unit: {line: trees}\n    from: '2020-01-01'\n    source: ${law}\n`,
  'tiny/sayings/plant.yaml': "id: plant\nmatter: plant\nwords: {tree: 树|树苗}\nsaid: ['(种|栽)…{tree}']\nanswers:\n  - {concept: person.kind, said: {young: ['{number -30}岁'], unsaid: [年轻时]}}\n",
  'tiny/thesaurus/trees.yaml': 'topics:\n  - id: tree-words\n    why: 护林员的说法。\n    words:\n      - {said: [砍树, 伐木], meant: [采伐]}\n',
  'city/pack.yaml': "id: city\nname: 市\nregion: '990100'\nextends: tiny\n",
  'city/services/first.yaml': `overrides: first\nlimits:\n  - {from: '2024-01-01', promised: 2, source: ${law}}\n  - {from: '2027-01-01', promised: 1, source: ${law}}\n`,
  'city/concepts/all.yaml': 'concepts:\n  - {overrides: tree.height, constraint: {maximum: 25}}\n',
}

let editions = 0
/** The same content in files nobody has seen before, so nothing is remembered of it. */
const unseen = (of: PackFiles): PackFiles => {
  editions += 1
  return new Map([...of].map(([path, text]) => [path, `${text}\n# ${editions}\n`]))
}

const on = '2026-03-02'
const errorsOf = (of: PackFiles): PackError[] => checkPacks(of, { on }).errors

/** A name on a line: what one item can break in another. */
const names = /[a-z][a-zA-Z.-]{3,}(?=[,\]}\s]|$)/g

describe('checks of packs', () => {
  const files = Object.entries(world).filter(([path]) => !path.endsWith('pack.yaml'))
  const seen = new Set<string>()

  it('find nothing wrong in a sound one', () => {
    expect(errorsOf(new Map(Object.entries(world)))).toEqual([])
  })

  it.each(files)('find after any name or line of %s was changed what they find in one never seen before', (path, whole) => {
    const lines = whole.split('\n')
    const edits = lines.flatMap((text, at) => [lines.toSpliced(at, 1), ...Array.from(text.matchAll(names), ({ 0: name, index }) => lines.with(at, `${text.slice(0, index)}${name.replace(/[a-zA-Z-]+$/, 'other')}${text.slice(index + name.length)}`))])
    const edited = edits.map((edit) => new Map(Object.entries({ ...world, [path]: edit.join('\n') })))
    const found = edited.map(errorsOf)
    for (const { rule } of found.flat()) seen.add(rule)
    expect(found).toEqual(edited.map((each) => errorsOf(unseen(each))))
  })

  it('were tried on errors of every kind of content', () => {
    expect([...seen]).toEqual(expect.arrayContaining(['concept-unknown', 'service-unknown', 'evidence-unknown', 'registry-unknown', 'matter-unknown', 'subject-unknown', 'topic-missing', 'duty-gap', 'duty-unit-unknown', 'override-unknown', 'decision-wrong']))
  })
})

describe('definitions', () => {
  it('follow an edit of what they refer to, also where their own file stayed the same', () => {
    const heightIn = (region: string, files: PackFiles) => loadPacks(files, { on }).catalogueFor(region).concepts['tree.height']?.constraint
    const before = new Map(Object.entries(world))
    expect([heightIn('990101', before), heightIn('990000', before)]).toEqual([{ minimum: 1, maximum: 25 }, { minimum: 1 }])
    const after = new Map(Object.entries(changed('tiny/concepts/all.yaml', 'minimum: 1', 'minimum: 2', world)))
    expect([heightIn('990101', after), heightIn('990000', after)]).toEqual([{ minimum: 2, maximum: 25 }, { minimum: 2 }])
  })
})

describe('work on the same input', () => {
  const place = { file: 'a.yaml', line: 1 }

  it('is done once, and what it reported is reported each time', () => {
    const [about, said, remembered] = [{}, [] as string[], remembering<number>(2)]
    let times = 0
    const ask = (input: string) => remembered(about, input, (rule) => said.push(rule), (report) => {
      report('key-missing', place, both('缺', 'missing'))
      return (times += 1)
    })
    expect([ask('a'), ask('a'), ask('b'), ask('a'), times]).toEqual([1, 1, 2, 1, 2])
    expect(said).toHaveLength(4)
  })

  it('is done again once so many other inputs came between, and only then', () => {
    const [about, remembered, done] = [{}, remembering<void>(2), [] as string[]]
    const ask = (input: string) => remembered(about, input, () => {}, () => void done.push(input))
    for (const input of ['a', 'b', 'a', 'c', 'a', 'b']) ask(input)
    expect(done).toEqual(['a', 'b', 'c', 'b'])
  })

  it('that fails is tried again', () => {
    const [about, remembered] = [{}, remembering<string>(2)]
    expect(() => remembered(about, 'a', () => {}, () => { throw new Error('no') })).toThrow('no')
    expect(remembered(about, 'a', () => {}, () => 'done')).toBe('done')
  })

  it('is named by a number, the same for the same text', () => {
    expect(stampOf('one')).toBe(stampOf('one'))
    expect(stampOf('one')).not.toBe(stampOf('other'))
  })
})
