// Who is named as the source of a fact and as the payer, in the packs of a whole province and of one city.
import { expect, it } from 'vitest'
import { shippedPacks } from '../../testing/packs.ts'
import { toPolicyDetail } from './benefit-replies.ts'

const packs = shippedPacks('2026-11-22')
const detailIn = (region: string, id: string) => {
  const benefits = packs.benefitsFor(region)
  const benefit = benefits[id]
  if (!benefit) throw new Error(`no policy ${id} in ${region}`)
  return toPolicyDetail({ catalogue: packs.catalogueFor(region), benefits, facts: packs.factsFor(region), language: 'zh-CN' }, benefit)
}

it('a fact without a register comes from the authority of the whole city, not from the first of its districts', () => {
  const { facts, payerName } = detailIn('440300', 'stability-refund')
  expect(facts.find(({ concept }) => concept === 'company.layoffRate')?.from).toBe('市人社局')
  expect(payerName).toBe('市人社局')
})

it('in a province the authorities are named by what they are called in common, where there is none of the province', () => {
  const names = Object.keys(packs.benefitsFor('440000')).flatMap((id) => { const { facts, payerName } = detailIn('440000', id); return [payerName, ...facts.map(({ from }) => from)] })
  const districts = Object.values(packs.catalogueFor('440000').regions).filter(({ level }) => level === 'district').map(({ name }) => name['zh-CN'].replace(/[区县市]$/, ''))
  expect(names.filter((name) => districts.some((district) => name.startsWith(district)))).toEqual([])
})
