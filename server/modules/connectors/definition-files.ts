// Reads the folder of connector files. A file that is wrong is reported with line and column and left out; the others work.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Compile, type Validator } from 'typebox/schema'
import { FeelSyntaxError, parse } from '../../kernel/feel/parse.ts'
import { both, checkSchema, collectErrors, nodeAt, placeAt, placeInText, plain, readYaml, type Located, type PackError, type Path, type Report } from '../catalogue/index.ts'
import { definitionSchemas, feelIn, type ConnectorDefinition, type ConnectorKind } from './connector-definition.ts'

const validators = Object.fromEntries(Object.entries(definitionSchemas).map(([kind, schema]) => [kind, Compile(schema)])) as Record<ConnectorKind, Validator> // by the same keys

const isKind = (value: unknown): value is ConnectorKind => typeof value === 'string' && Object.hasOwn(definitionSchemas, value)

/** Every text that is FEEL can be read. `found` is FEEL without an equals sign. */
const checkRules = (node: Located, report: Report): void => {
  const look = (at: Path): void => {
    const child = nodeAt(node, at)
    if (child?.kind === 'map') for (const key of child.entries.keys()) look([...at, key])
    if (child?.kind === 'list') child.items.forEach((_, index) => look([...at, index]))
    if (child?.kind !== 'atom' || typeof child.value !== 'string') return
    const rule = at[0] === 'found' && at.length === 1 ? child.value : feelIn(child.value)
    if (rule === undefined) return
    try {
      parse(rule)
    } catch (error) {
      if (!(error instanceof FeelSyntaxError)) throw error
      const before = child.value.length - rule.length
      report('rule-syntax', placeInText(child, error.line, error.column + (error.line === 1 ? before : 0)) ?? placeAt(node, at), error.placed)
    }
  }
  for (const key of ['found', 'fields', 'parameters', 'body', 'batch']) look([key])
}

const readDefinition = (text: string, file: string, report: Report): ConnectorDefinition | undefined => {
  const node = readYaml(text, file, report)
  if (!node) return undefined
  const kind = node.kind === 'map' ? nodeAt(node, ['kind']) : undefined
  if (kind?.kind !== 'atom' || !isKind(kind.value)) {
    report('value-wrong', placeAt(node, ['kind']), both('kind 只能是 rest、postgres、csv', 'kind must be one of rest, postgres, csv'))
    return undefined
  }
  const sound = checkSchema(validators[kind.value], node, report)
  checkRules(node, report)
  if (!sound) return undefined
  const definition = plain(node) as ConnectorDefinition // just checked
  if (definition.registry !== basename(file, '.yaml')) report('value-wrong', placeAt(node, ['registry']), both(`${definition.registry} 的文件要叫 ${definition.registry}.yaml`, `the file of ${definition.registry} must be named ${definition.registry}.yaml`))
  return definition
}

export type DefinitionFile = { file: string; definition: ConnectorDefinition | undefined; errors: readonly PackError[] }

/** Every `*.yaml` of the folder; those named *.openapi.yaml are descriptions, not definitions. An empty list when the folder is not there. */
export const readDefinitions = async (folder: string): Promise<DefinitionFile[]> => {
  if (!existsSync(folder)) return []
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml') && !name.endsWith('.openapi.yaml')).toSorted()
  return Promise.all(names.map(async (file) => {
    const { errors, report } = collectErrors()
    const definition = readDefinition(await readFile(join(folder, file), 'utf8'), file, report)
    return { file, definition: errors.length === 0 ? definition : undefined, errors }
  }))
}
