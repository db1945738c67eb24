// Traditional characters for readers in Hong Kong: what packs and the program say in Simplified Chinese is converted on its way out,
// by OpenCC and a reviewed table of words. Names of people and what people wrote stay as they are.
import type { FastifyInstance } from 'fastify'
import { words } from '../web/shared/i18n/zh-HK/words.ts'
import { convertToHongKongWith, languageFor } from './kernel/texts.ts'

type Convert = (text: string) => string

const table = new Map(words)
const anyWord = new RegExp(`(${[...table.keys()].sort((a, b) => b.length - a.length).join('|')})`)
const mostKept = 20_000

/** The dictionary takes half a second to load, so nobody waits for it who does not read Traditional Chinese. */
export const loadHongKong = async (): Promise<Convert> => {
  const { Converter } = await import('opencc-js/cn2t')
  const letters = Converter({ from: 'cn', to: 'hk' })
  const known = new Map<string, string>()
  const convert: Convert = (text) =>
    text.split(anyWord).map((part) => table.get(part) ?? letters(part)).join('').replaceAll('“', '「').replaceAll('”', '」')
  // The same few thousand texts of packs are asked for again and again.
  return (text) => {
    const found = known.get(text) ?? convert(text)
    if (known.size < mostKept) known.set(text, found)
    return found
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** A copy in which every text by language has its Hong Kong one; in `wholly` published content every text is converted. */
export const withHongKong = (value: unknown, convert: Convert, wholly = false): unknown => {
  if (wholly && typeof value === 'string') return convert(value)
  if (Array.isArray(value)) return value.map((each) => withHongKong(each, convert, wholly))
  if (!isObject(value)) return value
  if (typeof value['zh-CN'] === 'string') return { ...value, 'zh-HK': typeof value['zh-HK'] === 'string' ? value['zh-HK'] : convert(value['zh-CN']) }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withHongKong(each, convert, wholly)]))
}

/** Guides imported from elsewhere are texts through and through, without any word of a person. */
const whollyPublished: readonly string[] = ['/api/v1/services/imported/:code']

export const mountHongKong = (server: FastifyInstance): void => {
  let loading: Promise<Convert> | undefined
  const isForHongKong = (acceptLanguage: string | undefined) => languageFor(acceptLanguage) === 'zh-HK'
  server.addHook('onRequest', async ({ headers }) => {
    if (!isForHongKong(headers['accept-language'])) return
    loading ??= loadHongKong()
    convertToHongKongWith(await loading)
  })
  server.addHook('preSerialization', async (request, _reply, payload: unknown) =>
    loading && isForHongKong(request.headers['accept-language']) ? withHongKong(payload, await loading, whollyPublished.includes(request.routeOptions.url ?? '')) : payload)
}
