// The way back stands on the page once, whatever was understood: a matter, several, guides only, nothing.
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { loadTexts } from '../../../shared/i18n/store.ts'
import { NextQuestion } from './NextQuestion.tsx'
import type { Guide, Guided, OfferedMatter } from './queries.ts'
import { SayForm } from './SayForm.tsx'
import { rewrite, say, silence } from './talk.ts'
import { Understanding } from './Understanding.tsx'
import { Undo } from './Undo.tsx'

const texts = { 'zh-CN': '甲' }
const matter = (id: string): OfferedMatter => ({ id, name: texts, summary: texts, sure: true, why: null, parts: [] })
const nothing: Guided = { matters: [], guide: null, services: [], halls: [] }
const guide: Guide = {
  matter: 'one', name: texts, given: [], unclear: [], answers: {}, next: null, left: 0, later: 0,
  comesOut: { services: [], undecided: 0, documents: [], before: { applications: 0, fields: 0, evidence: 0, workingDays: 0, trips: 0 }, after: { applications: 0, fields: 0, evidence: 0, workingDays: 0, trips: 0 }, settled: true },
}
const talk = rewrite(say(silence, '我妈去世了'), '户口')
const undo = <Undo onUndo={() => undefined} />
const waysBack = (markup: string): number => markup.split('退回上一步').length - 1
const drawn = (guided: Guided, way: typeof undo | false) => renderToStaticMarkup(<Understanding talk={talk} guided={guided} busy={false} undo={way} onTell={() => undefined} onRewrite={() => undefined} />)

beforeAll(() => loadTexts(['guidance', 'halls']))

test.each<[string, Guided]>([
  ['two matters to choose from', { ...nothing, matters: [matter('one'), matter('two')] }],
  ['guides only', { ...nothing, services: [{ type: 'service', id: 'one', title: texts, summary: texts, url: '/services/one' }] }],
  ['nothing', nothing],
])('a sentence rewritten into one that means %s can be taken back', (_name, guided) => {
  expect(waysBack(drawn(guided, undo))).toBe(1)
  expect(waysBack(drawn(guided, false))).toBe(0)
})

test('an answer can be taken back where the question stands', () => {
  const asked = (way: typeof undo | false) => renderToStaticMarkup(<NextQuestion guide={guide} undo={way} onAnswer={() => undefined} onUnknown={() => undefined} />)
  expect([asked(undo), asked(false)].map(waysBack)).toEqual([1, 0])
})

test('the empty form leads back too, by a button that does not send it', () => {
  const form = renderToStaticMarkup(<SayForm said="" undo={undo} onSay={() => undefined} />)
  expect(form).toMatch(/<button(?=[^>]* type="button")[^>]*guidance-undo/)
})
