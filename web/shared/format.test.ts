// How dates, money and numbers read in each language.
// The dates are chosen where a careless time-zone conversion would show another day.
import { afterEach, describe, expect, it } from 'vitest'
import { formatBytes, formatDate, formatDay, formatInstant, formatList, formatMoment, formatMoney, formatMonth, formatNumber, formatShare, formatWeekday, plainDateOf } from './format.ts'

describe('plain dates', () => {
  const zone = process.env['TZ']
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  it.each(['Pacific/Honolulu', 'UTC', 'Asia/Shanghai', 'Pacific/Kiritimati'])('stay the same day on a machine in %s', (machineZone) => {
    process.env['TZ'] = machineZone
    expect(formatDate('2026-11-16', 'zh-CN')).toBe('2026年11月16日')
    expect(formatDate('2026-11-16', 'en')).toBe('November 16, 2026')
  })

  it('carry the weekday where a promise is meant', () => {
    expect(formatDay('2026-11-27', 'zh-CN')).toBe('11月27日周五')
    expect(formatDay('2026-11-27', 'en')).toBe('Fri, Nov 27')
    expect([formatMonth('2021-05-26', 'zh-CN'), formatMonth('2021-05-26', 'en'), formatMonth('2021-02-30', 'en')]).toEqual(['2021年5月', 'May 2021', '2021-02-30'])
    expect(formatWeekday('2026-11-16', 'zh-CN')).toBe('星期一')
  })

  it('that do not exist are shown as they were typed', () => {
    expect(formatDate('2026-02-30', 'zh-CN')).toBe('2026-02-30')
    expect(formatDate('明天', 'zh-CN')).toBe('明天')
  })
})

describe('instants', () => {
  it('are shown in Chinese time', () => {
    expect(formatInstant('2026-11-18T16:30:00Z', 'zh-CN')).toBe('2026年11月19日 00:30')
    expect(plainDateOf('2026-11-18T16:30:00Z')).toBe('2026-11-19')
  })

  it('name the year only when it is another one', () => {
    expect(formatMoment('2026-11-19T01:12:00Z', 2026)).toBe('11-19 09:12')
    expect(formatMoment('2025-12-31T15:59:00Z', 2026)).toBe('2025-12-31 23:59')
  })

  it('that cannot be read are shown as they came', () => {
    expect(formatInstant('soon', 'en')).toBe('soon')
  })
})

describe('money and numbers', () => {
  it('turn fen into yuan with two decimals', () => {
    expect(formatMoney(1_863_240, 'zh-CN')).toBe('18,632.40 元')
    expect(formatMoney(1_863_240, 'en')).toBe('CN¥18,632.40')
    expect(formatMoney(-5, 'zh-CN')).toBe('-0.05 元')
  })

  it('are grouped, and shares are whole per cents', () => {
    expect(formatNumber(1234567.891, 'zh-CN')).toBe('1,234,567.89')
    expect(formatNumber(Number.NaN, 'zh-CN')).toBe('–')
    expect(formatShare(0.677, 'zh-CN')).toBe('68%')
  })

  it('show file sizes as a file manager does', () => {
    expect([0, 999, 20_480, 1_536_000].map((bytes) => formatBytes(bytes, 'zh-CN'))).toEqual(['0 B', '999 B', '20 KB', '1.5 MB'])
    expect(formatBytes(10 * 2 ** 20, 'zh-CN')).toBe('10 MB')
  })

  it('join a list as a sentence does', () => {
    expect(formatList(['公安', '医保', '人社'], 'zh-CN')).toBe('公安、医保和人社')
  })
})
