// The remembered place counts only where it is served; where none was ever chosen, the district somebody lives in.
import { afterEach, expect, test, vi } from 'vitest'
import { setTransport } from '../api/client.ts'
import { resumeActing } from './acting.ts'
import { districtServed, findSearchStart, rememberDistrict, startOf } from './district.ts'
import { queryClient } from './query-client.ts'
import { regionsQuery, sessionQuery } from './SessionProvider.tsx'

const region = (code: string, level: 'province' | 'city' | 'district' = 'district') => ({ code, name: { 'zh-CN': code }, level, parent: null })
const served = { region: '440300', regions: [region('440000', 'province'), region('440300', 'city'), region('440305'), region('440304')] }

test('a district that is served is where one asks from', () => {
  expect([districtServed('440305', served), districtServed('440300', served)]).toEqual(['440305', '440300'])
})

test('a district that is served no more, or by another city, or above what is served, is none: the city counts', () => {
  expect(['440311', '440106', '440000', '', 'x', '44030'].map((code) => districtServed(code, served))).toEqual(Array(6).fill(undefined))
})

test('until it is known what is served, what was remembered counts', () => {
  expect(districtServed('440305', undefined)).toBe('440305')
})

test('who never chose a district searches in the one they live in', () => {
  expect([startOf('', '440305', served), startOf('', '440305007', served), startOf('', undefined, served)]).toEqual(['440305', '440305', undefined])
})

test('who lives in another city, or nobody knows in which district, searches everywhere', () => {
  expect(['440106', '440300', '440000', '440399', ''].map((home) => startOf('', home, served))).toEqual(Array(5).fill(undefined))
})

test('until it is known what is served, the district somebody lives in does not count', () => {
  expect(startOf('', '440305', undefined)).toBeUndefined()
})

test('what was chosen comes before the district somebody lives in, also that it is anywhere, or a place served no more', () => {
  expect(['440304', '440300', 'anywhere', '440399'].map((chosen) => startOf(chosen, '440305', served))).toEqual(['440304', '440300', undefined, undefined])
})

const session = { status: 'anonymous' as const, csrf: null, mode: 'demo' as const, region: '440300', foreignLogin: false, expiresAt: null }
const resident = {
  ...session, status: 'person' as const, csrf: 'x', person: { id: '1', name: '简宁', idNumberMasked: '', idKind: 'mainland' as const, assurance: 'high' as const, phoneMasked: null, region: '440305', companies: [] },
}

const storage = (kept = new Map<string, string>()) => ({ getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value), size: () => kept.size })

/** A device on which nothing was chosen, a server that knows this session. */
const asking = (reply: typeof session | typeof resident, tab = storage()) => {
  const device = storage()
  vi.stubGlobal('localStorage', device)
  vi.stubGlobal('sessionStorage', tab)
  resumeActing()
  const asked: string[] = []
  setTransport((address) => {
    asked.push(address)
    return Promise.resolve(Response.json(address.endsWith('/session') ? reply : served))
  })
  return { device, asked }
}

afterEach(() => {
  queryClient.clear()
  vi.unstubAllGlobals()
  resumeActing()
})

test('a search sent before the app is there waits to learn where who sent it lives; nothing of it is kept on the device', async () => {
  const { device } = asking(resident)
  expect([await findSearchStart(), device.size()]).toEqual(['440305', 0])
  queryClient.setQueryData(sessionQuery.queryKey, session)
  expect(await findSearchStart()).toBeUndefined()
})

test('it waits for nothing where a place was chosen, and clearing it is a choice too', async () => {
  const { asked } = asking(resident)
  queryClient.setQueryData(regionsQuery.queryKey, served)
  rememberDistrict('440304')
  expect(await findSearchStart()).toBe('440304')
  rememberDistrict('')
  expect([await findSearchStart(), asked]).toEqual([undefined, []])
})

test('who acts for somebody else does not search where they live themselves', async () => {
  asking(resident, storage(new Map([['tongban.acting', JSON.stringify({ mandate: 'company:1', name: '示例公司', capacity: 'company', home: '/' })]])))
  expect(await findSearchStart()).toBeUndefined()
})

test('a server that does not say who is logged in keeps no search waiting: it is for everywhere', async () => {
  asking(resident)
  setTransport(() => Promise.resolve(Response.json({ error: { code: 'forbidden', message: '', id: '' } }, { status: 403 })))
  expect(await findSearchStart()).toBeUndefined()
})
