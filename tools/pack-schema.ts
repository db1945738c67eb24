// Writes packs/schema: one JSON Schema per kind of pack file, made from the schemas the loader checks against.
// Run `node tools/pack-schema.ts` after changing them; a test fails while the written files differ.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { kindNames, kindOf, schemasOf } from '../server/modules/catalogue/pack-kinds.ts'
import { PackManifest } from '../server/modules/catalogue/pack-files.ts'

export const schemaFolder = fileURLToPath(new URL('../packs/schema', import.meta.url))

const draft = 'https://json-schema.org/draft/2020-12/schema'

/** File name → content of every schema file. */
export const packSchemas = (): Record<string, string> => {
  const files: Record<string, unknown> = { 'pack.schema.json': { $schema: draft, title: 'Pack', ...PackManifest } }
  for (const name of kindNames) {
    const { list, title } = kindOf(name)
    const { full, override } = schemasOf(name)
    const item = override ? { anyOf: [full, override] } : full
    const body = list
      ? { type: 'object', required: [list], properties: { [list]: { type: 'array', description: title, items: item } }, additionalProperties: false }
      : item
    files[`${name}.schema.json`] = { $schema: draft, title, ...body }
  }
  return Object.fromEntries(Object.entries(files).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]))
}

if (import.meta.main) {
  mkdirSync(schemaFolder, { recursive: true })
  const files = packSchemas()
  for (const old of readdirSync(schemaFolder)) if (!(old in files)) rmSync(join(schemaFolder, old))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(schemaFolder, name), content)
  process.stdout.write(`${Object.keys(files).length} schemas written to packs/schema\n`)
}
