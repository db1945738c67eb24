// A real exchange of letters: SMTP in, IMAP out of the mailbox, a request, a receipt by SMTP, an answer in the thread, and no loops.
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMailOffice, type MailOffice } from '../../../sandbox/mail/mail-office.ts'
import { photoTakenAt } from '../safeguards/testing.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { packsWithLamps } from '../open311/testing.ts'
import { findRequest, findRequestByNumber, listRequestEvents } from '../requests/index.ts'
import { fetchMails } from './index.ts'
import { numberIn } from './letter.ts'
import { readMail } from './reading-mail.ts'

const hotline = '12345@city.example'
let now = new Date('2026-11-16T02:20:00Z')
let office: MailOffice
let test: TestApp
beforeAll(async () => {
  office = await startMailOffice({ accounts: { [hotline]: 'secret pass/word' } })
  const imap = office.imap.replace('://', `://${encodeURIComponent(hotline)}:${encodeURIComponent('secret pass/word')}@`)
  test = await startTestApp({ clock: { now: () => now }, packs: packsWithLamps('2026-11-16'), environment: { REGION: '990100', MAIL_IMAP: imap, MAIL_SMTP: office.smtp, MAIL_ADDRESS: hotline } })
})
afterAll(async () => {
  await test.close()
  await office.stop()
})

type Sent = { from?: string; subject?: string; text?: string; headers?: Record<string, string>; messageId?: string; inReplyTo?: string; attachments?: { filename: string; content: Buffer }[] }
const write = (letter: Sent) => createTransport(office.smtp).sendMail({ from: '陈小满 <chen@example.com>', to: hotline, subject: '路灯坏了', text: '东山区山前街道 12 号门口的路灯三天不亮了。', ...letter })
const deliver = async (letter: Sent) => {
  await write(letter)
  const taken = await fetchMails(test.app)
  await test.runJobs()
  return taken
}
const inboxOf = (address: string) => Promise.all((office.mailboxes.find(address)?.letters ?? []).map(({ raw }) => readMail(raw, '')))
const lastFor = async (address: string) => (await inboxOf(address)).at(-1)

describe('a letter to the hotline', () => {
  it('becomes a request with its photos, and whoever wrote it gets a receipt in the thread', async () => {
    expect(await deliver({ messageId: '<first@example.com>', attachments: [{ filename: '路灯.jpg', content: photoTakenAt({ lat: 22.5, lng: 114 }) }, { filename: '脚本.exe', content: Buffer.from('MZ nothing') }] })).toBe(1)
    const receipt = await lastFor('chen@example.com')
    const number = numberIn(receipt?.subject ?? '') ?? ''
    expect(receipt).toMatchObject({ subject: `[诉求 ${number}] 路灯坏了`, references: ['<first@example.com>', '<first@example.com>'] })
    expect(receipt?.headers.get('auto-submitted')).toBe('auto-replied')
    expect(receipt?.text).toContain('/requests/progress/')
    const one = await findRequestByNumber(test.app.db.read, number)
    expect(one).toMatchObject({ channel: 'email', title: '路灯坏了', contact: { email: 'chen@example.com', name: '陈小满' }, understood: { notes: ['附件没有收下：脚本.exe'] } })
    expect(one?.text).toContain('山前街道')
  })

  it('is taken in once, also when it is fetched again', async () => {
    await deliver({ messageId: '<twice@example.com>', subject: '井盖破了' })
    for (const letter of office.mailboxes.find(hotline)?.letters ?? []) letter.flags.clear()
    const before = (await inboxOf('chen@example.com')).length
    expect(await fetchMails(test.app)).toBeGreaterThan(1)
    await test.runJobs()
    expect((await inboxOf('chen@example.com')).length).toBe(before)
  })

  it('that answers a receipt is added to its request, without what it quotes; somebody else’s answer is a request of its own', async () => {
    const receipt = (await inboxOf('chen@example.com'))[0]
    await deliver({ subject: `回复：${receipt?.subject}`, inReplyTo: receipt?.messageId ?? '', text: '第二盏也不亮了。\n\n在 2026年11月16日，12345 写道：\n> 您好' })
    const one = await findRequestByNumber(test.app.db.read, numberIn(receipt?.subject ?? '') ?? '')
    const events = await listRequestEvents(test.app.db.read, one?.id ?? '')
    expect(events.at(-1)).toMatchObject({ action: 'add', words: expect.stringMatching(/第二盏也不亮了。$/) })
    expect((await lastFor('chen@example.com'))?.text).toContain('补充的情况已经转给')
    await deliver({ from: 'li@example.com', subject: `回复：${receipt?.subject}`, text: '我想知道这是谁反映的。' })
    expect(await listRequestEvents(test.app.db.read, one?.id ?? '')).toHaveLength(events.length)
    expect(numberIn((await lastFor('li@example.com'))?.subject ?? '')).not.toBe(one?.number)
  })

  it('written by a machine is kept and never answered', async () => {
    await deliver({ from: 'robot-less@example.com', headers: { 'Auto-Submitted': 'auto-replied' }, subject: '自动回复：我在休假' })
    await deliver({ from: 'noreply@example.com' })
    expect(office.mailboxes.find('robot-less@example.com')).toBeUndefined()
    expect(office.mailboxes.find('noreply@example.com')).toBeUndefined()
  })

  it('without words, or one too many within an hour, is answered with why it was not taken', async () => {
    await deliver({ from: 'empty@example.com', subject: '', text: '\n' })
    expect((await lastFor('empty@example.com'))?.text).toContain('没有文字')
    for (let n = 0; n < 11; n += 1) await write({ from: 'many@example.com', subject: `第${n}件`, text: `第${n}盏路灯不亮。` })
    await fetchMails(test.app)
    await test.runJobs()
    expect((await inboxOf('many@example.com')).map(({ text }) => text.includes('太多了'))).toEqual([...Array.from({ length: 10 }, () => false), true])
  })
})

describe('what is answered', () => {
  it('goes out to whoever wrote, in their thread', async () => {
    now = new Date('2026-11-17T02:20:00Z')
    await deliver({ from: 'asks@example.com', messageId: '<asks@example.com>', subject: '几点开门', text: '办事大厅周六几点开门？' })
    const number = numberIn((await lastFor('asks@example.com'))?.subject ?? '') ?? ''
    const one = await findRequestByNumber(test.app.db.read, number)
    const { answerAtOnce, getRequestForUpdate } = await import('../requests/index.ts')
    const staff = await test.as({ staff: [{ role: 'dispatcher', region: '990100', line: 'government-services' }] })
    await test.app.db.transaction(async (tx) => {
      const scene = { app: test.app, tx, principal: { kind: 'staff' as const, id: staff.id, name: '热线', postings: [{ role: 'dispatcher' as const, region: '990100', line: 'government-services' }] }, requestId: null, at: now }
      await answerAtOnce(scene, await getRequestForUpdate(tx, one?.id ?? ''), { text: '办事大厅周六上午九点开门，中午十二点关门。', outcome: 'explained', promisedOn: null })
    })
    await test.runJobs()
    expect(await lastFor('asks@example.com')).toMatchObject({ subject: `[诉求 ${number}] 几点开门`, references: ['<asks@example.com>', '<asks@example.com>'], text: expect.stringContaining('周六上午九点开门') })
    expect((await findRequest(test.app.db.read, one?.id ?? ''))?.answeredAt).not.toBeNull()
  })
})
