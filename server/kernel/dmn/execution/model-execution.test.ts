// Models as other tools write them: what a decision sees, types and their conversions, services, functions, imports; and files that hurt.
import { describe, expect, it } from 'vitest'
import { fromFeel } from '../../feel/scope.ts'
import type { FeelValue } from '../../feel/value.ts'
import { DmnRefused } from '../model.ts'
import { readDefinitions } from './definitions.ts'
import { openModel } from './model-execution.ts'

const model = (inside: string, { namespace = 'urn:test', version = '20230324' } = {}) =>
  readDefinitions(`<?xml version="1.0"?><definitions xmlns="https://www.omg.org/spec/DMN/${version}/MODEL/" name="test" namespace="${namespace}" id="test">${inside}</definitions>`)

const input = (name: string, type = 'number') => `<inputData id="i-${name}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`
const literal = (text: string) => `<literalExpression><text>${text}</text></literalExpression>`
const needs = (...ids: string[]) => ids.map((id) => `<informationRequirement><${id.startsWith('i-') ? 'requiredInput' : 'requiredDecision'} href="#${id}"/></informationRequirement>`).join('')
const decision = (name: string, body: string, type = 'Any') => `<decision id="d-${name}" name="${name}"><variable name="${name}" typeRef="${type}"/>${body}</decision>`

const value = (inside: string, name: string, inputs: Record<string, FeelValue> = {}) => fromFeel(openModel(model(inside)).evaluate(name, new Map(Object.entries(inputs))))

describe('a decision', () => {
  it('sees what it requires, also under names with blanks, and nothing else', () => {
    const inside = input('Monthly Income') + input('other') + decision('yearly', needs('i-Monthly Income') + literal('Monthly Income * 12')) + decision('blind', literal('other + 1'))
    expect(value(inside, 'yearly', { 'Monthly Income': 100 })).toBe(1200)
    expect(value(inside, 'blind', { other: 1 })).toBeNull()
  })

  it('is made once in a run, from decisions made before it', () => {
    const inside = input('age') + decision('old', needs('i-age') + literal('age &gt;= 60')) + decision('fare', needs('d-old') + `<conditional><if>${literal('old')}</if><then>${literal('0')}</then><else>${literal('2')}</else></conditional>`)
    expect([value(inside, 'fare', { age: 61 }), value(inside, 'fare', { age: 20 })]).toEqual([0, 2])
  })

  it('is refused when it requires itself in a circle, and when there is none of that name', () => {
    const circle = decision('a', needs('d-b') + literal('b')) + decision('b', needs('d-a') + literal('a'))
    expect(() => openModel(model(circle))).toThrow(DmnRefused)
    expect(() => value(decision('a', literal('1')), 'nothing')).toThrow('there is no such decision')
  })

  it('is null, not an error, when its text is no FEEL or goes on for ever', () => {
    expect(value(decision('a', literal('1 +')), 'a')).toBeNull()
    const endless = `<businessKnowledgeModel id="f" name="f"><variable name="f"/><encapsulatedLogic><formalParameter name="n"/>${literal('f(n)')}</encapsulatedLogic></businessKnowledgeModel>`
    expect(value(endless + decision('a', `<knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement>${literal('f(1)')}`), 'a')).toBeNull()
  })
})

describe('a declared type', () => {
  const types = `
    <itemDefinition name="grade"><typeRef>string</typeRef><allowedValues><text>"A", "B"</text></allowedValues></itemDefinition>
    <itemDefinition name="person"><itemComponent name="born"><typeRef>date</typeRef></itemComponent><itemComponent name="grades" isCollection="true"><typeRef>grade</typeRef></itemComponent></itemDefinition>`

  it('lets a list of one be its item and an item a list of one', () => {
    expect(value(decision('one', literal('[7]'), 'number'), 'one')).toBe(7)
    expect(value(`<itemDefinition name="numbers" isCollection="true"><typeRef>number</typeRef></itemDefinition>${decision('many', literal('7'), 'numbers')}`, 'many')).toEqual([7])
  })

  it('makes null of what does not conform, be it deep inside', () => {
    const of = (text: string) => value(types + decision('a', literal(text), 'person'), 'a')
    expect(of('{born: date("2000-01-31"), grades: ["A"]}')).toEqual({ born: '2000-01-31', grades: ['A'] })
    expect(of('{born: date("2000-01-31"), grades: ["A", "Z"]}')).toBeNull()
    expect(of('{born: "2000-01-31", grades: []}')).toBeNull()
  })

  it('can be asked for with instance of', () => {
    expect(value(types + decision('a', literal('{born: date("2000-01-31"), grades: ["A"]} instance of person')), 'a')).toBe(true)
    expect(value(types + decision('a', literal('1 instance of person')), 'a')).toBe(false)
  })
})

describe('a table', () => {
  const table = (policy: string, rules: string, outputs = '<output id="o"/>') =>
    decision('t', `${needs('i-n')}<decisionTable hitPolicy="${policy}"><input><inputExpression typeRef="number"><text>n</text></inputExpression></input>${outputs}${rules}</decisionTable>`)
  const rule = (cell: string, ...out: string[]) => `<rule><inputEntry><text>${cell}</text></inputEntry>${out.map((text) => `<outputEntry><text>${text}</text></outputEntry>`).join('')}</rule>`

  it('answers by its hit policy, and by its default when no row holds', () => {
    const rows = rule('&gt; 1', '10') + rule('&gt; 2', '20')
    expect(['FIRST', 'RULE ORDER', 'UNIQUE', 'ANY'].map((policy) => value(input('n') + table(policy, rows), 't', { n: 3 }))).toEqual([10, [10, 20], null, null])
    expect(value(input('n') + table('UNIQUE', rows, '<output id="o"><defaultOutputEntry><text>-1</text></defaultOutputEntry></output>'), 't', { n: 0 })).toBe(-1)
    expect(value(input('n') + table('COLLECT" aggregation="SUM', rows), 't', { n: 3 })).toBe(30)
  })

  it('answers with a context when it has several outputs, the first value of its list first', () => {
    const outputs = '<output name="level" typeRef="string"><outputValues><text>"high", "low"</text></outputValues></output><output name="why" typeRef="string"/>'
    const rows = rule('&gt; 1', '"low"', '"a"') + rule('&gt; 2', '"high"', '"b"')
    expect(value(input('n') + table('PRIORITY', rows, outputs), 't', { n: 3 })).toEqual({ level: 'high', why: 'b' })
  })
})

describe('functions and services', () => {
  const doubled = `<businessKnowledgeModel id="twice" name="twice"><variable name="twice"/><encapsulatedLogic><formalParameter name="n" typeRef="number"/>${literal('n * 2')}</encapsulatedLogic></businessKnowledgeModel>`
  const using = (body: string) => doubled + decision('a', `<knowledgeRequirement><requiredKnowledge href="#twice"/></knowledgeRequirement>${body}`)

  it('are called in FEEL, by an invocation, or handed on as values', () => {
    expect(value(using(literal('twice(4)')), 'a')).toBe(8)
    expect(value(using(`<invocation>${literal('twice')}<binding><parameter name="n"/>${literal('5')}</binding></invocation>`), 'a')).toBe(10)
    expect(value(using(literal('(function(f, n) f(n))(twice, 6)')), 'a')).toBe(12)
    expect(value(decision('a', literal('(function(f, n) f(n))(abs, -6)')), 'a')).toBe(6)
  })

  it('give null for an argument that does not conform to its parameter', () => {
    expect(value(using(literal('twice("4")')), 'a')).toBeNull()
  })

  it('as a service make its output decisions from the inputs and decisions handed in', () => {
    const service = `<decisionService id="s" name="s"><variable name="s"/><outputDecision href="#d-sum"/><inputDecision href="#d-given"/><inputData href="#i-n"/></decisionService>`
    const inside = input('n') + decision('given', literal('100')) + decision('sum', needs('i-n', 'd-given') + literal('n + given')) + service
    expect(value(inside, 'sum', { n: 1 })).toBe(101)
    expect(value(inside, 's', { n: 1, given: 5 })).toBe(6)
  })
})

describe('an import', () => {
  it('is seen under the name the model gives it', () => {
    const greeting = model(input('name', 'string') + decision('Say Hello', needs('i-name') + literal('"hello " + name')), { namespace: 'urn:greeting' })
    const main = model(`<import namespace="urn:greeting" name="greet" importType="https://www.omg.org/spec/DMN/20180521/MODEL/"/>${decision('twice', `<informationRequirement><requiredDecision href="urn:greeting#d-Say Hello"/></informationRequirement>${literal('greet.Say Hello + "!"')}`)}`)
    expect(openModel(main, [greeting]).evaluate('twice', new Map([['name', 'you']]))).toBe('hello you!')
  })
})

describe('a file', () => {
  it.each([
    ['is no XML', '<definitions'], ['is no model', '<html/>'], ['is empty', ''],
    ['declares entities', '<!DOCTYPE x [<!ENTITY a "b">]><definitions/>'], ['uses an entity nobody knows', '<definitions>&a;</definitions>'],
  ])('that %s is refused', (_, text) => {
    expect(() => readDefinitions(text)).toThrow(DmnRefused)
  })

  it('may write anything in comments and CDATA', () => {
    const inside = `<!-- &nbsp; <!DOCTYPE --> ${decision('a', '<literalExpression><text><![CDATA["<!x>" + "&y;"]]></text></literalExpression>')}`
    expect(value(inside, 'a')).toBe('<!x>&y;')
  })
})
