// A guide in order, for tests: invented, with nothing to find. `guide({ visits: 2 })` is that guide with a change.
// Pure.
import type { Guide } from './guide.ts'

export const guide = (changes: Partial<Guide> = {}): Guide => ({
  source: 'imported', key: 'G1', name: '街头演出许可', authority: { id: 'A1', name: '示范市文化局' }, region: { code: '440300', name: '示范市' }, sameAs: 'street-show', isPower: true,
  online: true, onlineUrl: 'https://apply.example.gov.cn/street?id=1', bookingUrl: null, visits: 0, statutory: { days: 20, unit: 'working' }, promised: { days: 5, unit: 'working' }, laws: undefined,
  documents: [{ name: '申请表', sharedBy: undefined }], conditions: ['符合《示范演出管理办法》第三条的规定'], phones: ['0755-82000000'], badPhones: [], ...changes,
})

export const documents = (...names: string[]): Guide['documents'] => names.map((name) => ({ name, sharedBy: undefined }))
