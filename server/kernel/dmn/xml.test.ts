// Decision tables as DMN XML and back, and files made to hurt: each refused with its place.
import { describe, expect, it } from 'vitest'
import { DmnRefused, type TableModel } from './model.ts'
import { readDmn } from './read-xml.ts'
import { writeDmn } from './write-xml.ts'
import { mostBytes } from './xml-guard.ts'

const model: TableModel = {
  id: 'old-age-card', name: '优待证核发', description: 'Issuing the card', hitPolicy: 'COLLECT', aggregation: 'SUM',
  inputs: [{ id: 'age', label: '年龄', expression: 'person.age', typeRef: 'number' }, { id: 'role', label: '身份 <A&B>', description: 'Role', expression: 'person.role' }],
  outputs: [{ name: 'decision', label: '结论', typeRef: 'string', values: ['"refuse"', '"person, later"', '"approve"'] }, { name: 'points', typeRef: 'number' }],
  annotations: ['reason', 'law'],
  rows: [{ id: 'sixty', cells: ['>= 60', '-'], outputs: ['"approve"', '1'], annotations: ['年满六十', '示例法|第二条'] }, { id: 'role', cells: ['< 60', '"a","b"'], outputs: ['"person, later"', '2 * 3'], annotations: ['“引号”与 < 号', ''] }],
  sources: [{ id: 'law-1', name: '示例法', description: '第二条', url: 'https://example.cn/law' }],
}

const file = (inside: string): string => `<?xml version="1.0"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="n" namespace="x">${inside}</definitions>`
const refusal = async (xml: string, decision?: string): Promise<string> => {
  try {
    await readDmn(xml, decision)
  } catch (error) {
    if (error instanceof DmnRefused) return error.message
    throw error
  }
  return 'read'
}

describe('a decision table in DMN', () => {
  it('comes back as it was written, and is written in the same bytes again', async () => {
    const xml = await writeDmn(model)
    expect(await readDmn(xml)).toEqual(model)
    expect(await writeDmn(await readDmn(xml))).toBe(xml)
  })

  it('of another tool is read: no annotations, no ids, the standard hit policy', async () => {
    const read = await readDmn(file('<decision id="dish" name="Dish"><decisionTable><input label="Season"><inputExpression><text>season</text></inputExpression></input><output name="dish"/><rule><inputEntry><text>"Winter"</text></inputEntry><outputEntry><text>"Stew"</text></outputEntry></rule></decisionTable></decision>'))
    expect(read).toMatchObject({ id: 'dish', hitPolicy: 'UNIQUE', inputs: [{ id: 'input1', label: 'Season' }], rows: [{ id: 'row-1', cells: ['"Winter"'], outputs: ['"Stew"'] }] })
  })

  it('is chosen by its id where a file holds several', async () => {
    const table = (id: string) => `<decision id="${id}" name="${id}"><decisionTable><input><inputExpression><text>a</text></inputExpression></input><output name="o"/></decisionTable></decision>`
    expect(await refusal(file(table('a') + table('b')))).toBe('file: which decision is meant? It has a, b')
    expect((await readDmn(file(table('a') + table('b')), 'b')).id).toBe('b')
  })
})

describe('a file that is not for reading', () => {
  it('declares entities or a document type: refused at its line, before anything is expanded', async () => {
    expect(await refusal('<?xml version="1.0"?>\n<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\n<definitions>&b;</definitions>')).toBe('line 2: document types and entities are not read')
    expect(await refusal(file('\n<decision name="&file;"/>'))).toMatch(/^line 2: "&file;/)
  })

  it('is huge, or nested without end', async () => {
    expect(await refusal(file(`<!-- ${'x'.repeat(mostBytes)} -->`))).toMatch(/^file: the file has \d+ bytes/)
    expect(await refusal(file('<context>'.repeat(100)))).toBe('line 1: elements are nested more than 60 deep')
  })

  it('has decisions that need themselves', async () => {
    const needs = (id: string, other: string) => `<decision id="${id}" name="${id}"><informationRequirement><requiredDecision href="#${other}"/></informationRequirement></decision>`
    expect(await refusal(file(needs('a', 'b') + needs('b', 'c') + needs('c', 'a')))).toBe('decision a: it needs itself: a → b → c → a')
  })

  it('is no DMN, no table, or a table whose rows do not fit its columns', async () => {
    expect(await refusal('hello')).toMatch(/^file: /)
    expect(await refusal('<html/>')).toMatch(/^file: /)
    expect(await refusal(file(''))).toBe('file: there is no decision in it')
    expect(await refusal(file('<decision id="a" name="a"><literalExpression><text>1</text></literalExpression></decision>'))).toBe('decision a: it is no decision table')
    expect(await refusal(file('<decision id="a" name="a"><decisionTable><input><inputExpression><text>x</text></inputExpression></input><output name="o"/><rule><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>'))).toMatch(/^decision a, row 1: it has 0 conditions/)
    expect(await refusal(file('<decision id="a" name="a"><decisionTable hitPolicy="BEST"><output name="o"/></decisionTable></decision>'))).toBe('decision a: there is no hit policy "BEST"')
  })
})
