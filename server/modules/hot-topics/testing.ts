// What tests of this module start from: officials of the sample region, and requests that say nearly the same.
import { randomUUID } from 'node:crypto'
import type { Posting } from '../../kernel/authz.ts'
import type { TestApp } from '../../testing/app.ts'
import { receiveRequest } from '../requests/index.ts'

export const posting = (role: Posting['role'], line: string | null, region: string): Posting => ({ role, line, region })

/** Watches over the city, over the district; heads the bureau of a district; watches over another district; arbiter of the city; supervises another line; a clerk. */
export const officialsOf = async (test: TestApp) => ({
  watcher: await test.as({ staff: [posting('dispatcher', 'government-services', '990100')], name: '分派员' }),
  district: await test.as({ staff: [posting('dispatcher', 'government-services', '990101')], name: '东山' }),
  arbiter: await test.as({ staff: [posting('supervisor', 'government-services', '990100')], name: '裁定员' }),
  otherLine: await test.as({ staff: [posting('supervisor', 'sky', '990100')], name: '条线督办' }),
  owner: await test.as({ staff: [posting('head', 'sky', '990101')], name: '局长' }),
  elsewhere: await test.as({ staff: [posting('dispatcher', 'government-services', '990102')], name: '西河' }),
  clerk: await test.as({ staff: [posting('clerk', 'sky', '990101')], name: '科员' }),
})

export const alike = ['望月小区门口的观景灯太亮，照得整夜睡不着', '望月小区门口观景灯整晚太亮，影响睡觉', '望月小区的观景灯太亮了，老人睡不着', '请管管望月小区门口的观景灯，太亮', '望月小区门口观景灯太亮，孩子没法睡']

/** From the hotline, about lamps; in the eastern district unless told. */
export const receive = (test: TestApp, text: string, phone = '', region = '990101') =>
  receiveRequest(test.app, { kind: 'complain', channel: 'hotline', text, place: { region }, category: 'sky/lamps/bright', anonymous: false, ...(phone ? { contact: { phone } } : {}), attachments: [], key: randomUUID() }, { principal: { kind: 'system', name: 'hotline' }, requestId: null })
