// Tests that the schemas editors use are those the loader uses, and that every property in them is described.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Compile } from 'typebox/schema'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { packSchemas, schemaFolder } from './pack-schema.ts'

test('the written schemas are those of the loader; run node tools/pack-schema.ts when this fails', () => {
  const files = packSchemas()
  expect(readdirSync(schemaFolder).sort()).toEqual(Object.keys(files).sort())
  for (const [name, content] of Object.entries(files)) expect(readFileSync(join(schemaFolder, name), 'utf8'), name).toBe(content)
})

const undescribed = (schema: unknown, path: string): string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const properties: unknown = Reflect.get(schema, 'properties')
  const own = typeof properties === 'object' && properties !== null
    ? Object.entries(properties).filter(([, each]) => typeof each.description !== 'string').map(([key]) => `${path}/${key}`)
    : []
  return [...own, ...Object.entries(schema).flatMap(([key, value]) => undescribed(value, `${path}/${key}`))]
}

test('every property of every schema is described', () => {
  const missing = Object.entries(packSchemas()).flatMap(([name, content]) => undescribed(JSON.parse(content), name))
  expect(missing).toEqual([])
})

test('an editor accepts every file of the packs, and names its schema in the file', () => {
  const validators = new Map(Object.entries(packSchemas()).map(([name, content]) => [name, Compile(JSON.parse(content))]))
  const root = join(schemaFolder, '..')
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.yaml')) continue
    const file = join(entry.parentPath, entry.name)
    const text = readFileSync(file, 'utf8')
    const schema = /^# yaml-language-server: \$schema=(?:\.\.\/)+schema\/(\S+)$/m.exec(text)?.[1]
    expect(schema, `${file} names its schema`).toBeDefined()
    expect([file, validators.get(schema ?? '')?.Errors(parse(text))[1]]).toEqual([file, []])
  }
})
