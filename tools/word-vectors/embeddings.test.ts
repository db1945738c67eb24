// Asking for embeddings, against a small server in this process.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askFor, embeddingsOf, NoEmbeddings } from './embeddings.ts'

let server: Server
let endpoint = ''
let folder = ''
const asked: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'word-vectors-'))
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => {
      body += piece.toString()
    }).on('end', () => {
      // What this file sends.
      const { input } = JSON.parse(body) as { input: string[] }
      asked.push(...input)
      if (input.includes('坏')) response.writeHead(500).end('too much')
      // In another order, as an endpoint may answer.
      else response.end(JSON.stringify({ data: input.map((text, index) => ({ index, embedding: [text.length, 0.5] })).reverse() }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  endpoint = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

test('each text gets its embedding, in whatever order they are answered', async () => {
  expect(await askFor({ endpoint, model: 'any' }, ['一', '一二'])).toEqual([[1, 0.5], [2, 0.5]])
})

test('what was answered before is not asked again, and a line cut off is asked anew', async () => {
  const file = join(folder, 'kept.txt')
  await embeddingsOf({ endpoint, model: 'any', batch: 2 }, ['甲', '乙乙', '丙'], file, () => {})
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, -4))
  asked.length = 0
  const embeddings = await embeddingsOf({ endpoint, model: 'any' }, ['甲', '乙乙', '丙', '丁'], file, () => {})
  expect(asked).toEqual(['丙', '丁'])
  expect([...(embeddings.get('乙乙') ?? [])]).toEqual([2, 0.5])
  expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(6)
})

test('embeddings of another model are never mixed with these', async () => {
  const file = join(folder, 'other.txt')
  await embeddingsOf({ endpoint, model: 'one' }, ['甲'], file, () => {})
  const before = await readFile(file, 'utf8')
  await expect(embeddingsOf({ endpoint, model: 'other' }, ['甲', '乙'], file, () => {})).rejects.toThrow(/not of the model "other"/)
  expect(await readFile(file, 'utf8')).toBe(before)
})

test('an endpoint that fails or is not there is named', async () => {
  await expect(askFor({ endpoint, model: 'any' }, ['坏'])).rejects.toThrow(/v1\/embeddings answered 500: too much/)
  await expect(askFor({ endpoint: 'http://127.0.0.1:9', model: 'any' }, ['一'])).rejects.toThrow(NoEmbeddings)
})
