// Asks an OpenAI-compatible endpoint for the embeddings of texts, and keeps them, so that what was interrupted goes on where it stopped.
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'

/** `endpoint`: the address before `/v1/embeddings`; `batch`: texts in one request */
export type Source = { endpoint: string; model: string; batch?: number }

/** Why the endpoint gave no embeddings. */
export class NoEmbeddings extends Error {}

const Reply = Type.Object({ data: Type.Array(Type.Object({ index: Type.Integer(), embedding: Type.Array(Type.Number()) })) })

/** The embeddings of some texts in one request, in their order. @throws NoEmbeddings */
export const askFor = async ({ endpoint, model }: Source, texts: readonly string[]): Promise<number[][]> => {
  const address = `${endpoint.replace(/\/+$/, '')}/v1/embeddings`
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ model, input: texts }) })
    .catch((error: unknown) => {
      throw new NoEmbeddings(`Nothing answers at ${address}. Start a server of embeddings there, or name another with --endpoint.`, { cause: error })
    })
  if (!response.ok) throw new NoEmbeddings(`${address} answered ${response.status}: ${(await response.text()).slice(0, 200)}`)
  const reply: unknown = await response.json()
  if (!Value.Check(Reply, reply) || reply.data.length !== texts.length) throw new NoEmbeddings(`${address} did not answer with one embedding for each text.`)
  return reply.data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding)
}

/** The first line of a file: embeddings of different models are never mixed. */
const headOf = (model: string): string => `model\t${model}\n`

/**
 * Embeddings by text. @param lines as they were kept: the model; a text and its embedding (base64 of 32-bit floats), parted by a tab; a line cut off is passed over
 * @throws NoEmbeddings when they are of another model
 */
const readKept = (lines: string, model: string): Map<string, Float32Array> => {
  const kept = new Map<string, Float32Array>()
  if (lines === '') return kept
  if (!lines.startsWith(headOf(model))) throw new NoEmbeddings(`What was kept is not of the model "${model}". Name another file with --kept.`)
  for (const line of lines.split('\n').slice(1, -1)) {
    const [text, code] = line.split('\t')
    if (text === undefined || code === undefined) continue
    const bytes = Uint8Array.from(Buffer.from(code, 'base64'))
    if (bytes.length > 0 && bytes.length % 4 === 0) kept.set(text, new Float32Array(bytes.buffer))
  }
  return kept
}

const lineOf = (text: string, embedding: readonly number[]): string => `${text}\t${Buffer.from(Float32Array.from(embedding).buffer).toString('base64')}\n`

/**
 * The embedding of each text; only what is not in the file yet is asked for. @param texts without tabs and line breaks, each once
 * @param file for what is asked; made when it is not there @throws NoEmbeddings
 */
export const embeddingsOf = async (source: Source, texts: readonly string[], file: string, tell: (done: number, of: number) => void): Promise<Map<string, Float32Array>> => {
  const kept = readKept(await readFile(file, 'utf8').catch(() => ''), source.model)
  const missing = texts.filter((text) => !kept.has(text))
  await mkdir(dirname(file), { recursive: true })
  // Without what was cut off, so that the next line begins a line.
  if (missing.length > 0) await writeFile(file, headOf(source.model) + [...kept].map(([text, embedding]) => lineOf(text, [...embedding])).join(''))
  const { batch = 64 } = source
  for (let at = 0; at < missing.length; at += batch) {
    const asked = missing.slice(at, at + batch)
    const embeddings = await askFor(source, asked)
    await appendFile(file, asked.map((text, place) => lineOf(text, embeddings[place] ?? [])).join(''))
    for (const [place, text] of asked.entries()) kept.set(text, Float32Array.from(embeddings[place] ?? []))
    tell(at + asked.length, missing.length)
  }
  return kept
}
