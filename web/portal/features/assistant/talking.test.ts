// One question at a time: a second tap changes nothing, leaving the page loses no answer, and nothing is busy for good.
import { expect, test } from 'vitest'
import type { Answer, Turn } from './conversation.ts'
import { isBusy, startTalk, type Sending } from './talking.ts'

const told: Answer = { kind: 'answer', reason: null, sentences: [{ text: '不收费。', cites: [1] }], sources: [], about: { type: 'service', id: 'star-chart', name: '星图', url: '/services/star-chart' }, choices: [], people: [], byModel: false, more: [] }
const soon = () => new Promise<void>((done) => setImmediate(done))

/** Answers when it is told to. */
const played = () => {
  const asked: { question: string; signal: AbortSignal; answer: (answer: Answer) => void; fail: () => void; coming: Parameters<Sending>[1] }[] = []
  const send: Sending = ({ question }, coming, signal) => new Promise((answer, reject) => {
    asked.push({ question, signal, coming, answer, fail: () => reject(new Error('gone')) })
    signal.addEventListener('abort', () => reject(new Error('called off')))
  })
  return { asked, send }
}

test('a second tap while a question is on its way changes nothing: the first is answered and nothing stays busy', async () => {
  const { asked, send } = played()
  const talk = startTalk([], () => {})
  talk.ask(send, '要多少钱', undefined)
  talk.ask(send, '要什么材料', undefined)
  expect([asked.length, talk.turns().length, isBusy(talk.turns())]).toEqual([1, 1, true])
  asked[0]?.answer(told)
  await soon()
  expect([talk.turns()[0]?.answer, isBusy(talk.turns())]).toEqual([told, false])
})

test('whoever leaves the page and comes back sees the answer that came meanwhile', async () => {
  const { asked, send } = played()
  const talk = startTalk([], () => {})
  const leave = talk.subscribe(() => {})
  talk.ask(send, '要多少钱', undefined)
  leave()
  asked[0]?.answer(told)
  await soon()
  const seen: (readonly Turn[])[] = []
  talk.subscribe(() => seen.push(talk.turns()))
  expect([talk.turns()[0]?.answer, isBusy(talk.turns())]).toEqual([told, false])
  talk.ask(send, '要什么材料', undefined)
  expect(seen.at(-1)?.[1]).toMatchObject({ question: '要什么材料', about: { type: 'service', id: 'star-chart' } })
})

test('a question that failed is asked again on request, once, and not while another is on its way', async () => {
  const { asked, send } = played()
  const talk = startTalk([], () => {})
  talk.ask(send, '要多少钱', undefined)
  asked[0]?.fail()
  await soon()
  expect(talk.turns()[0]?.failed).toBe(true)
  talk.ask(send, '要什么材料', undefined)
  talk.retry(send, 1)
  expect(asked).toHaveLength(2)
  asked[1]?.answer(told)
  await soon()
  talk.retry(send, 1)
  talk.retry(send, 1)
  expect(asked.map(({ question }) => question)).toEqual(['要多少钱', '要什么材料', '要多少钱'])
})

test('starting again calls off what is on its way, and what comes of it late lands nowhere', async () => {
  const { asked, send } = played()
  const talk = startTalk([], () => {})
  talk.ask(send, '要多少钱', undefined)
  talk.restart()
  expect([talk.turns(), asked[0]?.signal.aborted]).toEqual([[], true])
  talk.ask(send, '要什么材料', undefined)
  asked[0]?.coming({ sentences: [], sources: [] })
  await soon()
  expect(talk.turns()).toMatchObject([{ question: '要什么材料', coming: undefined, failed: false }])
})

test('every change is kept, and listeners are told', async () => {
  const { asked, send } = played()
  const kept: number[] = []
  const talk = startTalk([], (turns) => kept.push(turns.length))
  let heard = 0
  talk.subscribe(() => { heard += 1 })
  talk.ask(send, '要多少钱', { type: 'service', id: 'star-chart' })
  asked[0]?.coming({ sentences: told.sentences, sources: [] })
  expect(talk.turns()[0]).toMatchObject({ about: { id: 'star-chart' }, coming: { sentences: told.sentences } })
  asked[0]?.answer(told)
  await soon()
  expect([kept, heard]).toEqual([[1, 1, 1], 3])
})
