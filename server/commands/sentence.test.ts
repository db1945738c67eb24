// What a terminal shows when a command cannot be carried out.
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { Refusal } from '../kernel/errors.ts'
import { StartRefusal } from '../start-refusal.ts'
import { reportTck } from './dmn-tck.ts'
import { sentenceOf } from './sentence.ts'
import { withProduct } from './with-product.ts'

const refusalOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'nothing was refused', (error: unknown) => error)

it('is what refused says of itself', () => {
  expect(sentenceOf(new StartRefusal('configuration', '不行 / no'))).toBe('不行 / no')
})

it('is the entry of the error catalogue in both languages, with what it was about', () => {
  expect(sentenceOf(new Refusal('not_found', { region: '999999' }))).toBe('没有找到，或不在您的办理范围内。 / Not found, or outside what you may see. (region: 999999)')
  expect(sentenceOf(new Refusal('not_found', { found: [{ id: 1 }] }))).not.toMatch(/[[{]/)
})

it('names a file that cannot be read', async () => {
  expect(sentenceOf(await refusalOf(readFile('/no/such/file')))).toBe('/no/such/file 读写不了 / cannot be read or written (ENOENT)')
})

it('is none for a mistake of ours, whose stack is wanted', () => {
  expect([sentenceOf(new TypeError('x is undefined')), sentenceOf('thrown text')]).toEqual([undefined, undefined])
})

it.each(['notaurl', '127.0.0.1:8080', 'ftp://127.0.0.1/', ''])('says that --url %o is no address', async (address) => {
  const refusal = await refusalOf(withProduct(address, () => Promise.resolve(0)))
  expect(refusal).toBeInstanceOf(StartRefusal)
  expect((refusal as StartRefusal).message).toContain('http://127.0.0.1:8080')
})

it('says that nobody answers at an address', async () => {
  expect(sentenceOf(await refusalOf(withProduct('http://127.0.0.1:1/', () => Promise.resolve(0))))).toBe('http://127.0.0.1:1 没有回应 / does not answer')
})

it.each(['/no/such/folder', import.meta.filename, import.meta.dirname])('says that %s holds no conformance kit of DMN', async (folder) => {
  const refusal = await refusalOf(reportTck(folder, { csv: undefined, json: true }))
  expect(refusal).toBeInstanceOf(StartRefusal)
  expect((refusal as StartRefusal).message).toContain(folder)
})
