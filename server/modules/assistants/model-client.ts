// Asks an OpenAI-compatible endpoint (POST <url>/chat/completions, streamed as server-sent events) and gives its words as they come.
// Slow, broken, too long or unreachable ends in an OutboundFault; whoever asks falls back.
import { OutboundFault, type Outbound } from '../../kernel/outbound.ts'
import type { Message } from './prompting.ts'

export type Model = { url: string; model: string; key: string }

/** Milliseconds: until the last word, and without any word. */
export type ModelLimits = { whole: number; silence: number }
export const modelLimits: ModelLimits = { whole: 20_000, silence: 5000 }

const mostBytes = 512 * 1024
const mostTokens = 600
/** Letters of that many tokens, generously; who says more was not asked to, and all of it would have to be checked. */
const mostLetters = 6000

/** The words of one event; undefined for anything that is none. */
const wordsOf = (data: string): string | undefined => {
  try {
    const event = JSON.parse(data) as { choices?: { delta?: { content?: unknown } }[] }
    const content = event.choices?.[0]?.delta?.content
    return typeof content === 'string' ? content : undefined
  } catch {
    throw new OutboundFault('encoding', 'an event of the model is no JSON')
  }
}

/** The next piece, or a fault when nothing comes for so long. */
const within = async <Value>(next: Promise<Value>, milliseconds: number): Promise<Value> => {
  const silence = Promise.withResolvers<never>()
  const timer = setTimeout(() => silence.reject(new OutboundFault('slow', `the model said nothing for ${milliseconds} ms`)), milliseconds)
  try {
    return await Promise.race([next, silence.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** @throws OutboundFault also when the answer is no stream of events or ends before it is done */
export async function* askModel(outbound: Outbound, { url, model, key }: Model, messages: readonly Message[], limits: ModelLimits, signal?: AbortSignal): AsyncGenerator<string> {
  const reply = await within(outbound.stream({
    method: 'POST', url: new URL(`${url}/chat/completions`), timeLimitMs: limits.whole, mostBytes, ...(signal ? { signal } : {}),
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...(key === '' ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ model, messages, stream: true, temperature: 0, max_tokens: mostTokens }),
  }), limits.silence)
  const pieces = reply.pieces[Symbol.asyncIterator]()
  try {
    if (reply.status !== 200 || !reply.contentType.startsWith('text/event-stream')) throw new OutboundFault('encoding', `the model answered ${reply.status} ${reply.contentType}`)
    const decoder = new TextDecoder()
    let open = ''
    let said = 0
    for (;;) {
      const { done, value } = await within(pieces.next(), limits.silence)
      if (done) throw new OutboundFault('encoding', 'the model broke off')
      const lines = (open + decoder.decode(value, { stream: true })).split(/\r?\n/u)
      open = lines.pop() ?? ''
      for (const line of lines) {
        const data = line.startsWith('data:') ? line.slice(5).trim() : ''
        if (data === '[DONE]') return
        const words = data === '' ? undefined : wordsOf(data)
        if (words === undefined || words === '') continue
        said += words.length
        if (said > mostLetters) throw new OutboundFault('tooLarge', `the model said more than ${mostLetters} letters`)
        yield words
      }
    }
  } finally {
    // Not waited for: a silent endpoint would keep whoever asked.
    void pieces.return?.()
  }
}
