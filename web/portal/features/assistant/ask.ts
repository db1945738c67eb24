// Asks the server: at once, or sentence by sentence where a model words the answers.
// A stream that breaks is asked again at once; the person notices nothing but a moment.
import { addressOf, api, failureOf, headersFor, learnCsrf } from '../../../api/client.ts'
import type { Answer, Turn } from './conversation.ts'

/** `region`: where it is asked, GB/T 2260. */
type Question = { question: string; about?: NonNullable<Turn['about']>; region?: string }
type Coming = NonNullable<Turn['coming']>

type Event = { name: string; data: unknown }

/** Whole events of what has come, and the rest. */
export const readEvents = (text: string): { events: Event[]; rest: string } => {
  const parts = text.split('\n\n')
  const rest = parts.pop() ?? ''
  return {
    rest,
    events: parts.flatMap((part) => {
      const name = /^event: (\w+)$/m.exec(part)?.[1]
      const data = /^data: (.*)$/m.exec(part)?.[1]
      return name === undefined || data === undefined ? [] : [{ name, data: JSON.parse(data) as unknown }]
    }),
  }
}

const streamed = async (body: Question, onComing: (coming: Coming) => void, signal: AbortSignal): Promise<Answer | undefined> => {
  await learnCsrf()
  const headers = headersFor('streamAssistant')
  headers.set('content-type', 'application/json')
  const response = await fetch(addressOf('streamAssistant'), { method: 'POST', headers, body: JSON.stringify(body), credentials: 'same-origin', signal })
  if (!response.ok || !response.body) throw failureOf(response.status, response.statusText, await response.json().catch(() => undefined))
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const coming: Coming = { sentences: [], sources: [] }
  let open = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return undefined
    const { events, rest } = readEvents(open + value)
    open = rest
    for (const { name, data } of events) {
      // Shapes of the server's own events (assisting.ts).
      if (name === 'answer') return (data as { answer: Answer }).answer
      const { sentence, sources } = data as { sentence: Coming['sentences'][number]; sources: Coming['sources'] }
      coming.sentences.push(sentence)
      onComing({ sentences: [...coming.sentences], sources })
    }
  }
}

export const askAssistant = async (body: Question, streams: boolean, onComing: (coming: Coming) => void, signal: AbortSignal): Promise<Answer> =>
  (streams ? await streamed(body, onComing, signal) : undefined) ?? api('askAssistant', { body }, { signal })
