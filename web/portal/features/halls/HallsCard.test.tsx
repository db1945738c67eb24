// What a card of halls says of booking: the page and number of the hall where it names them, else the number to call first.
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { loadTexts } from '../../../shared/i18n/store.ts'
import { HallsCard } from './HallsCard.tsx'
import type { Hall } from './queries.ts'

const hall = (changes: Partial<Hall>): Hall => ({ id: 'east', region: '990101', name: { 'zh-CN': '东区大厅' }, address: null, hours: null, phone: '0990-1234', appointment: null, ...changes })
const linksOf = (one: Hall): string[] => [...renderToStaticMarkup(<HallsCard halls={[one]} />).matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '')

beforeAll(() => loadTexts(['halls']))

test('a hall with a booking page leads there, and can still be called', () => {
  const markup = renderToStaticMarkup(<HallsCard halls={[hall({ appointment: { url: 'https://book.example.org/east', phone: null } })]} />)
  expect(markup).toMatch(/href="https:\/\/book\.example\.org\/east"[^>]*rel="noreferrer"/)
  expect(markup).toContain('去预约 东区大厅')
  expect(markup).toContain('打电话 0990-1234')
})

test('a hall that books by telephone names that number, once', () => {
  expect(linksOf(hall({ appointment: { url: null, phone: '0990-5678' } }))).toEqual(['tel:0990-5678', 'tel:0990-1234'])
  expect(linksOf(hall({ appointment: { url: null, phone: '0990-1234' } }))).toEqual(['tel:0990-1234'])
})

test('where nothing is known of booking people are told to call first, and no booking is promised', () => {
  const markup = renderToStaticMarkup(<HallsCard halls={[hall({})]} />)
  expect(markup).toContain('去之前打 0990-1234 问一声')
  expect(markup).not.toContain('预约')
  expect(linksOf(hall({ phone: null }))).toEqual([])
})

test('without halls there is no card', () => {
  expect(renderToStaticMarkup(<HallsCard halls={[]} />)).toBe('')
})
