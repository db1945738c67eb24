// Whole DMN models handed in by officials: shown with what each decision needs, tried with typed values, refused with the reason.
// Nothing is stored, so one product serves all of them.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'

let test: TestApp
let designer: TestClient
beforeAll(async () => {
  test = await startTestApp()
  designer = await test.as({ staff: [{ role: 'designer', line: null, region: '990000' }] })
})
afterAll(() => test.close())

type Answer = { name: string; parts: { name: string; kind: string; needs: string[] }[]; values?: { name: string; value: string }[]; error?: { code: string; details?: { model?: string } } }

const model = (inside: string) => `<?xml version="1.0"?><definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="fares" name="fares" namespace="urn:test">${inside}</definitions>`
const literal = (text: string) => `<literalExpression><text>${text}</text></literalExpression>`
const needs = (kind: string, id: string) => `<informationRequirement><required${kind} href="#${id}"/></informationRequirement>`
const fares = model(`<inputData id="age" name="age"><variable name="age" typeRef="number"/></inputData>
  <decision id="old" name="old"><variable name="old" typeRef="boolean"/>${needs('Input', 'age')}${literal('age >= 60'.replace('>', '&gt;'))}</decision>
  <decision id="fare" name="fare"><variable name="fare" typeRef="number"/>${needs('Decision', 'old')}${literal('if old then 0 else 2')}</decision>`)
const ask = (body: object, client = designer) => client.post<Answer>('/rules/models/try', body)

it('a model is shown as its decisions with what they need, and nothing is worked out before it is tried', async () => {
  const { status, body } = await ask({ xml: fares })
  expect([status, body.name, body.values]).toEqual([200, 'fares', undefined])
  expect(body.parts.map(({ name, kind, needs: of }) => [name, kind, of])).toEqual([['age', 'input', []], ['old', 'decision', ['age']], ['fare', 'decision', ['old']]])
})

it('typed values give every decision its value; what is left out is null', async () => {
  expect((await ask({ xml: fares, inputs: { age: '61' } })).body.values).toEqual([{ name: 'old', value: 'true' }, { name: 'fare', value: '0' }])
  expect((await ask({ xml: fares, inputs: {} })).body.values).toEqual([{ name: 'old', value: 'null' }, { name: 'fare', value: '2' }])
})

it.each([
  ['no XML', 'not xml at all', /no XML/],
  ['no model', '<a/>', /no DMN model/],
  ['without decisions', model(''), /no decision/],
  ['with entities', `<!DOCTYPE a [<!ENTITY x "y">]>${fares}`, /document types/],
  ['that needs itself', model(`<decision id="a" name="a"><variable name="a"/>${needs('Decision', 'a')}${literal('a')}</decision>`), /circle/],
  ['that imports another', model('<import name="b" namespace="urn:b" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>'), /imports another model, b/],
])('a file %s is refused with the reason', async (_what, xml, reason) => {
  const { status, body } = await ask({ xml })
  expect([status, body.error?.code]).toEqual([400, 'invalid'])
  expect(body.error?.details?.model).toMatch(reason)
})

it('is for officials and designers', async () => {
  expect((await ask({ xml: fares }, await test.as({ person: {} }))).status).toBe(403)
  expect((await ask({ xml: fares }, await test.as({ staff: [{ role: 'operator', line: null, region: '990000' }] }))).status).toBe(403)
})
