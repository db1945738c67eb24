// Numbers of Hong Kong identity cards and permits, and levels of assurance.
import { expect, it } from 'vitest'
import { checkHongKongId, hongKongCheckDigit, isAtLeast, isHomeReturnPermit } from './identity-documents.ts'

it('takes a Hong Kong number with one letter or two, with or without brackets, as one number', () => {
  expect(checkHongKongId('A123456(3)')).toEqual({ ok: true, value: 'A1234563' })
  expect(checkHongKongId('ａ123456（3）')).toEqual({ ok: true, value: 'A1234563' })
  const two = `WX999001${hongKongCheckDigit('WX999001')}`
  expect(checkHongKongId(two)).toEqual({ ok: true, value: two })
})

it('refuses a wrong check digit, a mainland number and what is none', () => {
  expect(checkHongKongId('A123456(4)')).toEqual({ ok: false, problem: 'check_digit' })
  expect(checkHongKongId('440305199005219994')).toEqual({ ok: false, problem: 'characters' })
  expect(checkHongKongId('ABC123456')).toEqual({ ok: false, problem: 'characters' })
  expect(checkHongKongId(' ')).toEqual({ ok: false, problem: 'empty' })
})

it('knows a home-return permit by its letter and digits', () => {
  expect(['H01234567', 'M0123456789', 'h 0123 4567'].map(isHomeReturnPermit)).toEqual([true, true, true])
  expect(['H0123456', 'A01234567', ''].map(isHomeReturnPermit)).toEqual([false, false, false])
})

it('orders levels of assurance', () => {
  expect([isAtLeast('high', 'substantial'), isAtLeast('substantial', 'substantial'), isAtLeast('low', 'substantial')]).toEqual([true, true, false])
})
