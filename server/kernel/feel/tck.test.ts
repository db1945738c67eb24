// The DMN conformance kit (Technology Compatibility Kit), as far as it is plain FEEL: decisions written as one literal
// expression over input data and other such decisions. The kit is not part of the project; without it the test is skipped.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { FeelSyntaxError, parse } from './parse.ts'
import { fromFeel, scopeOf } from './scope.ts'
import { parseTemporal } from './temporal.ts'
import { contextOf, equals, isContext, isList, type FeelValue } from './value.ts'

type XmlNode = { name: string; attributes: Record<string, string>; children: XmlNode[]; text: string }

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => (
    name === undefined ? String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16)) : (ENTITIES[name] ?? whole)
  ))
}

/** Enough XML for the kit: elements, attributes, text, CDATA; prefixes are dropped. */
function readXml(source: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const stack = [root]
  const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g
  const bare = (name: string): string => name.slice(name.indexOf(':') + 1)
  for (const [, cdata, closing, name, attributes, selfClosing, text] of source.matchAll(token)) {
    const top = stack.at(-1) ?? root
    if (cdata !== undefined) top.text += cdata
    else if (text !== undefined) top.text += decode(text)
    else if (name !== undefined && closing) stack.pop()
    else if (name !== undefined) {
      const node: XmlNode = { name: bare(name), attributes: {}, children: [], text: '' }
      for (const [, key, double, single] of (attributes ?? '').matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
        if (key !== undefined) node.attributes[bare(key)] = decode(double ?? single ?? '')
      }
      top.children.push(node)
      if (!selfClosing) stack.push(node)
    }
  }
  return root.children[0] ?? root
}

const childNamed = (node: XmlNode, name: string): XmlNode | undefined => node.children.find((child) => child.name === name)
const childrenNamed = (node: XmlNode, name: string): XmlNode[] => node.children.filter((child) => child.name === name)

/** An input or expected value of the kit as a FEEL value. */
function readValue(node: XmlNode): FeelValue {
  const list = childNamed(node, 'list')
  if (list) return list.attributes['nil'] === 'true' ? null : childrenNamed(list, 'item').map(readValue)
  const components = childrenNamed(node, 'component')
  if (components.length > 0) return contextOf(components.map((part) => [part.attributes['name'] ?? '', readValue(part)] as const))
  const value = childNamed(node, 'value')
  if (!value || value.attributes['nil'] === 'true') return null
  const type = (value.attributes['type'] ?? 'string').replace(/^\w+:/, '')
  if (type === 'boolean') return value.text === 'true'
  if (type === 'decimal' || type === 'double' || type === 'integer') return Number(value.text)
  if (type === 'date' || type === 'time') return parseTemporal(type, value.text)
  if (type === 'dateTime') return parseTemporal('date and time', value.text)
  return type === 'duration' ? parseTemporal('duration', value.text) : value.text
}

type Decision = { name: string; text: string; inputs: string[]; decisions: string[] }
type TckCase = {
  id: string
  /** The decisions of the model that can be evaluated, by name. */
  decisions: ReadonlyMap<string, Decision>
  decision: string
  /** Names of the model's input data, also of those the case leaves out. */
  inputNames: string[]
  inputs: Record<string, FeelValue>
  expected: FeelValue
}

function readModel(path: string): { decisions: Map<string, Decision>; inputNames: string[] } {
  const model = readXml(readFileSync(path, 'utf8'))
  const byId = new Map(model.children.map((child) => [child.attributes['id'] ?? '', child.attributes['name'] ?? '']))
  const decisions = new Map<string, Decision>()
  for (const node of childrenNamed(model, 'decision')) {
    const literal = childNamed(node, 'literalExpression')
    const text = literal && childNamed(literal, 'text')
    if (!text || childNamed(node, 'knowledgeRequirement')) continue
    const required = (kind: string): string[] => childrenNamed(node, 'informationRequirement')
      .flatMap((requirement) => childrenNamed(requirement, kind))
      .map((reference) => byId.get((reference.attributes['href'] ?? '').replace(/^.*#/, '')) ?? '')
    const name = node.attributes['name'] ?? ''
    decisions.set(name, { name, text: text.text, inputs: required('requiredInput'), decisions: required('requiredDecision') })
  }
  // A decision that rests on one we cannot evaluate cannot be evaluated either.
  for (let removed = true; removed;) {
    removed = false
    for (const decision of decisions.values()) {
      if (!decision.decisions.every((needed) => decisions.has(needed))) removed = decisions.delete(decision.name)
    }
  }
  return { decisions, inputNames: childrenNamed(model, 'inputData').map((node) => node.attributes['name'] ?? '') }
}

/** All expected results under a `TestCases` folder: those we can evaluate, and how many there are in all. */
function readTck(folder: string): { cases: TckCase[]; total: number } {
  const cases: TckCase[] = []
  let total = 0
  for (const level of ['compliance-level-2', 'compliance-level-3']) {
    for (const name of readdirSync(join(folder, level)).toSorted()) {
      const files = readdirSync(join(folder, level, name))
      for (const file of files.filter((each) => each.endsWith('.xml'))) {
        const tests = readXml(readFileSync(join(folder, level, name, file), 'utf8'))
        const { decisions, inputNames } = readModel(join(folder, level, name, childNamed(tests, 'modelName')?.text.trim() ?? ''))
        for (const given of childrenNamed(tests, 'testCase')) {
          const inputs = Object.fromEntries(childrenNamed(given, 'inputNode').map((node) => [node.attributes['name'] ?? '', readValue(node)]))
          for (const result of childrenNamed(given, 'resultNode')) {
            total++
            const decision = result.attributes['name'] ?? ''
            const expected = childNamed(result, 'expected')
            if (!expected || !decisions.has(decision)) continue
            const id = `${name}/${given.attributes['id'] ?? ''}/${decision}`
            cases.push({ id, decisions, decision, inputNames, inputs, expected: readValue(expected) })
          }
        }
      }
    }
  }
  return { cases, total }
}

function evaluateDecision(name: string, tck: TckCase): FeelValue {
  const decision = tck.decisions.get(name)
  if (!decision) return null
  const needed = Object.fromEntries(decision.decisions.map((other) => [other, evaluateDecision(other, tck)]))
  const expression = parse(decision.text, { names: [...tck.inputNames, ...decision.decisions], lenient: true })
  return compile(expression)(scopeOf({ ...tck.inputs, ...needed }, { today: '2026-11-16' }))
}

/** As the kit's own runners compare: numbers to eight digits, everything else exactly. */
function agrees(found: FeelValue, expected: FeelValue): boolean {
  if (typeof found === 'number' && typeof expected === 'number') return Math.abs(found - expected) <= 1e-8 * Math.max(1, Math.abs(expected))
  if (isList(found) && isList(expected)) return found.length === expected.length && found.every((item, at) => agrees(item, expected[at] ?? null))
  if (isContext(found) && isContext(expected)) {
    const keys = Object.keys(expected)
    return keys.length === Object.keys(found).length && keys.every((key) => agrees(found[key] ?? null, expected[key] ?? null))
  }
  return equals(found, expected) === true
}

/** Undefined when it passes, otherwise what went wrong. A text that is no FEEL evaluates to null, as the kit expects. */
function failureOf(tck: TckCase): string | undefined {
  let found: FeelValue = null
  try {
    found = evaluateDecision(tck.decision, tck)
  } catch (error) {
    if (!(error instanceof FeelSyntaxError)) throw error
  }
  if (agrees(found, tck.expected)) return undefined
  return `${tck.id}: ${JSON.stringify(fromFeel(found))} instead of ${JSON.stringify(fromFeel(tck.expected))}`
}

/**
 * Reached so far on this edition of the kit; may only rise. Missing: types declared in the model (9), range("…") (27),
 * two results converted by their declared type, two calls of is() with one argument.
 */
const REACHED = { results: 3100, rate: 0.986 }
const OTHER_EDITION = 0.95

const data = process.env['TONGBAN_DATA'] ?? join(import.meta.dirname, '../../../../shared/data')
const folder = join(data, 'dmn-tck/TestCases')

if (!existsSync(folder)) {
  test.skip(`the DMN conformance kit is not checked, because it is not at ${folder} (set TONGBAN_DATA)`, () => {})
} else {
  const { cases, total } = readTck(folder)
  const failures = cases.map(failureOf).filter((failure) => failure !== undefined)
  const passed = cases.length - failures.length
  const percent = ((100 * passed) / cases.length).toFixed(1)
  test(`${passed} of ${cases.length} plain FEEL results of the DMN conformance kit are right (${percent} %; it holds ${total} results)`, () => {
    expect(passed / cases.length, failures.join('\n')).toBeGreaterThanOrEqual(total === REACHED.results ? REACHED.rate : OTHER_EDITION)
  })
}
