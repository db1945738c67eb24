// Every decision table of the packs goes out as DMN and comes back as it was written: officials may keep them in either form.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readDmn } from '../server/kernel/dmn/read-xml.ts'
import { writeDmn } from '../server/kernel/dmn/write-xml.ts'
import { shippedPacks } from '../server/testing/packs.ts'
import { toFields, toModel } from '../server/modules/rules/index.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const decided = Object.values(shippedPacks('2026-11-22').catalogueFor('440000').services).flatMap(({ id, table }) => (table ? [{ id, table }] : []))

describe('a decision table of the packs', () => {
  it('is there for the services decided most often', () => {
    expect(decided.length).toBeGreaterThanOrEqual(8)
  })

  it.each(decided)('$id means the same as DMN', async ({ id, table }) => {
    const xml = await writeDmn(toModel(id, table))
    const fields = toFields(await readDmn(xml))
    expect(fields).toEqual(parse(readFileSync(`${folder}guangdong/decisions/${id}.yaml`, 'utf8')))
  })
})
