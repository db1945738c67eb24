// A town whose telescope permits become e-licences, and whose register of residents gives proofs of residence. For tests of this module.
import { parse } from '../../kernel/feel/parse.ts'
import { testingPacks } from '../../testing/packs.ts'
import type { LoadedPacks } from '../catalogue/index.ts'
import type { CredentialType } from './credential-type.ts'

const law = { title: '样例星空条例', article: '第七条' }
const layout: CredentialType['layout'] = { ink: '#000000', from: '#ffffff', to: '#eeeeee', pattern: 'plain', fields: [{ claim: 'name', at: 'title' }] }
const claim = (id: string, from: string, disclosed: 'always' | 'chosen' = 'chosen') => ({ id, name: { 'zh-CN': id }, from: [from], disclosed, masked: false })
const derived = (id: string, text: string) => ({ id, name: { 'zh-CN': id }, rule: { text, expression: parse(text) } })

export const telescopeLicence: CredentialType = {
  id: 'telescope-licence', name: { 'zh-CN': '望远镜许可证', en: 'Telescope permit' }, prefix: 'TEL', line: 'sky', level: 'district', services: ['telescope-permit'], registries: [], requires: [],
  claims: [claim('name', 'applicant.name', 'always'), claim('model', 'telescope.model'), claim('aperture', 'telescope.aperture'), claim('birthDate', 'applicant.birthDate')],
  derived: [derived('over18', 'applicant.birthDate <= today - duration("P18Y")'), derived('over60', 'applicant.birthDate <= today - duration("P60Y")')], layout, legalBasis: law,
}

export const residenceProof: CredentialType = {
  id: 'residence-proof', name: { 'zh-CN': '居住证明', en: 'Proof of residence' }, prefix: 'RES', line: 'sky', level: 'district', services: [], registries: ['residents'], requires: ['applicant.address'],
  claims: [claim('name', 'applicant.name'), claim('address', 'applicant.address'), claim('birthDate', 'applicant.birthDate')], derived: [], layout, legalBasis: law,
}

export const withTypes = (packs: LoadedPacks = testingPacks('2026-03-02')): LoadedPacks => {
  const types = { [telescopeLicence.id]: telescopeLicence, [residenceProof.id]: residenceProof }
  return { ...packs, credentialTypesFor: () => types }
}
