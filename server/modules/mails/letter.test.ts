// What a letter says: who wrote it, a person or a machine, about which request, and what is new in it.
import { describe, expect, it } from 'vitest'
import { humanNumber } from '../../kernel/ids.ts'
import { automaticBecause, bareSubject, newTextIn, numberIn } from './letter.ts'
import { readMail } from './reading-mail.ts'

const from = { address: 'chen@example.com', name: '陈小满' }
const because = (headers: Record<string, string>, subject = '路灯坏了', sender = from) => automaticBecause({ from: sender, headers: new Map(Object.entries(headers)), subject }, '12345@city.example')
const number = humanNumber('440305', new Date('2026-11-16T02:00:00Z'), 12)

describe('a letter', () => {
  it('that a machine wrote is not answered, whatever tells it', () => {
    expect(because({})).toBeUndefined()
    expect(because({ 'auto-submitted': 'no' })).toBeUndefined()
    expect([
      because({ 'auto-submitted': 'auto-replied' }), because({ precedence: 'bulk' }), because({ 'x-autoreply': 'yes' }), because({ 'list-id': '<x>' }), because({ 'return-path': '<>' }),
      because({}, '自动回复：路灯坏了'), because({}, 'x', { address: 'noreply@example.com', name: '' }), because({}, 'x', { address: '12345@City.example', name: '' }),
      automaticBecause({ from: undefined, headers: new Map(), subject: '' }, ''),
    ]).toEqual(['auto-submitted', 'precedence', 'autoreply', 'list', 'bounce', 'subject', 'machine', 'own', 'nobody'])
  })

  it('names its request in the subject, if the number can be one', () => {
    expect(numberIn(`回复：[诉求 ${number}] 路灯坏了`)).toBe(number)
    expect(numberIn(`Re: ${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}`)).toBeUndefined()
    expect(bareSubject(`Re: 回复：[诉求 ${number}] 路灯坏了`)).toBe('路灯坏了')
  })

  it('that answers is what was written above the quoted one', () => {
    expect(newTextIn('还是不亮。\n\n在 2026年11月16日，12345 写道：\n> 您好：\n> 您反映的')).toBe('还是不亮。')
    expect(newTextIn('Still dark.\n\nOn Mon, 16 Nov 2026 at 10:00, 12345 wrote:\n> Hello')).toBe('Still dark.')
    expect(newTextIn('还是不亮。\n------------------ 原始邮件 ------------------\n发件人: 12345')).toBe('还是不亮。')
    expect(newTextIn('第一行\n-- \n陈小满')).toBe('第一行')
    expect(newTextIn('发件人写错了也没关系\n第二行')).toBe('发件人写错了也没关系\n第二行')
  })

  it('in HTML becomes text without what runs or is fetched', async () => {
    const letter = await readMail(Buffer.from([
      'From: =?UTF-8?B?6ZmI5bCP5ruh?= <chen@example.com>', 'To: 12345@city.example', 'Subject: =?UTF-8?B?6Lev54Gv5Z2P5LqG?=', 'Content-Type: text/html; charset=utf-8', 'In-Reply-To: <a@x>', 'References: <b@x> <c@x>', '',
      '<style>p{}</style><p>路灯<b>坏了</b></p><script>alert(1)</script><img src="https://tracker.example/x.png">', '',
    ].join('\r\n')), '<fallback>')
    expect(letter).toMatchObject({ from, subject: '路灯坏了', messageId: '<fallback>', references: ['<a@x>', '<b@x>', '<c@x>'] })
    expect(letter.text.trim()).toBe('路灯坏了')
  })
})
