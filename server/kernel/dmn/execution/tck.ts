// The conformance kit of DMN (Technology Compatibility Kit): its test cases read, run and compared as the kit's own runner does,
// numbers to eight digits and everything else exactly. https://github.com/dmn-tck/tck
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromFeel } from '../../feel/scope.ts'
import { parseTemporal } from '../../feel/temporal.ts'
import { contextOf, equals, isContext, isList, type FeelValue } from '../../feel/value.ts'
import { DmnRefused } from '../model.ts'
import { readDefinitions, type Definitions } from './definitions.ts'
import { openModel, type Model } from './model-execution.ts'
import { childNamed, childrenNamed, readXmlTree, textIn, type XmlElement } from './xml-tree.ts'

/** One expected result. `folder`: `compliance-level-2/0004-simpletable-U`; `problem` undefined: it is right. */
export type TckResult = { folder: string; file: string; testCase: string; node: string; problem: string | undefined }

/** An input or expected value of the kit. */
const readValue = (element: XmlElement): FeelValue => {
  const list = childNamed(element, 'list')
  if (list) return list.attributes['nil'] === 'true' ? null : childrenNamed(list, 'item').map(readValue)
  const components = childrenNamed(element, 'component')
  if (components.length > 0) return contextOf(components.map((part) => [part.attributes['name'] ?? '', readValue(part)] as const))
  const value = childNamed(element, 'value')
  if (!value || value.attributes['nil'] === 'true') return null
  const type = (value.attributes['type'] ?? 'string').replace(/^\w+:/, '')
  if (type === 'boolean') return value.text.trim() === 'true'
  if (type === 'decimal' || type === 'double' || type === 'integer') return Number(value.text)
  if (type === 'date' || type === 'time') return parseTemporal(type, value.text.trim())
  if (type === 'dateTime') return parseTemporal('date and time', value.text.trim())
  return type === 'duration' ? parseTemporal('duration', value.text.trim()) : value.text
}

const agrees = (found: FeelValue, expected: FeelValue): boolean => {
  if (typeof found === 'number' && typeof expected === 'number') return Math.abs(found - expected) <= 1e-8 * Math.max(1, Math.abs(expected))
  if (isList(found) && isList(expected)) return found.length === expected.length && found.every((item, at) => agrees(item, expected[at] ?? null))
  if (isContext(found) && isContext(expected)) {
    const keys = Object.keys(expected)
    return keys.length === Object.keys(found).length && keys.every((key) => agrees(found[key] ?? null, expected[key] ?? null))
  }
  return equals(found, expected) === true
}

const show = (value: FeelValue): string => JSON.stringify(fromFeel(value))

type Opened = Model | { refused: string }

/** The model of a test file with whatever else in its folder it imports. */
const openIn = (models: readonly Definitions[], main: Definitions | undefined): Opened => {
  if (!main) return { refused: 'the model cannot be read' }
  try {
    return openModel(main, models.filter((each) => each !== main))
  } catch (error) {
    if (error instanceof DmnRefused) return { refused: error.message }
    throw error
  }
}

const evaluate = (model: Opened, testCase: XmlElement, node: string, today: FeelValue, now: FeelValue): FeelValue => {
  if ('refused' in model) throw new DmnRefused(model.refused, node)
  const inputs = childrenNamed(testCase, 'inputNode').map(({ attributes, ...element }) => [attributes['namespace'] === undefined ? (attributes['name'] ?? '') : `${attributes['namespace']}#${attributes['name'] ?? ''}`, readValue({ attributes, ...element })] as const)
  const invoked = testCase.attributes['type'] === 'decisionService' || testCase.attributes['type'] === 'bkm' ? testCase.attributes['invocableName'] : undefined
  return model.evaluate(invoked ?? node, new Map(inputs), { today, now })
}

const resultsOf = (folder: string, file: string, tests: XmlElement, model: Opened, at: Date): TckResult[] => {
  const [today, now] = [parseTemporal('date', at.toISOString().slice(0, 10)), parseTemporal('date and time', at.toISOString())]
  return childrenNamed(tests, 'testCase').flatMap((testCase) =>
    childrenNamed(testCase, 'resultNode').map((result): TckResult => {
      const node = result.attributes['name'] ?? ''
      const one = { folder, file, testCase: testCase.attributes['id'] ?? '', node }
      const stated = childNamed(result, 'expected')
      const expected = stated ? readValue(stated) : null
      try {
        const found = evaluate(model, testCase, node, today, now)
        return { ...one, problem: agrees(found, expected) ? undefined : `${show(found)} instead of ${show(expected)}` }
      } catch (error) {
        if (!(error instanceof DmnRefused)) throw error
        // the kit expects null of what must not be evaluated
        return { ...one, problem: expected === null ? undefined : error.message }
      }
    }))
}

const readModel = (path: string): Definitions | undefined => {
  try {
    return readDefinitions(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof DmnRefused) return undefined
    throw error
  }
}

const levels = ['compliance-level-2', 'compliance-level-3'] as const

/** Runs a kit. @param folder with `compliance-level-2` and `compliance-level-3` in it, or in its folder TestCases @param at the present, for today() and now() */
export const runTck = (folder: string, at: Date): TckResult[] => {
  const root = readdirSync(folder).includes('TestCases') ? join(folder, 'TestCases') : folder
  const present = readdirSync(root)
  return levels.filter((level) => present.includes(level)).flatMap((level) =>
    readdirSync(join(root, level)).toSorted().flatMap((name) => {
      const files = readdirSync(join(root, level, name)).toSorted()
      const models = new Map(files.filter((file) => file.endsWith('.dmn')).map((file) => [file, readModel(join(root, level, name, file))]))
      const readable = [...models.values()].filter((model) => model !== undefined)
      return files.filter((file) => file.endsWith('.xml')).flatMap((file) => {
        const tests = readXmlTree(readFileSync(join(root, level, name, file), 'utf8'))
        return resultsOf(`${level}/${name}`, file.replace(/\.xml$/, ''), tests, openIn(readable, models.get(textIn(tests, 'modelName') ?? '')), at)
      })
    }))
}
