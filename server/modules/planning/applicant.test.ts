// Which subjects the applicant is follows from the pack's rule, and only once it is settled.
import { describe, expect, it } from 'vitest'
import { subjectsOfApplicant } from './applicant.ts'
import { catalogueOf, choiceOf, matter, matterService, rule, service } from './testing/telescope-catalogue.ts'

const services = [matterService('site')]
const subject = (id: string, applicantWhen?: string) => ({ id, name: { 'zh-CN': id }, ...(applicantWhen ? { applicantWhen: rule(applicantWhen) } : {}) })
const catalogue = catalogueOf({
  concepts: [choiceOf('observer.role', ['owner', 'guest'])], services: [service('site', {})],
  matter: matter(services, { services, subjects: [subject('observer'), subject('owner', 'observer.role = "owner"'), subject('guest', 'observer.role = "guest"')] }),
})
const id = Object.keys(catalogue.matters)[0] ?? ''

describe('the applicant', () => {
  it('is the subject whose rule holds, and no other', () => {
    expect(subjectsOfApplicant(catalogue, id, { 'observer.role': 'owner' }, '2026-11-21')).toEqual(['applicant', 'owner'])
  })

  it('is nobody else while the answer is missing or cannot be right, nor in a matter nobody has', () => {
    expect(subjectsOfApplicant(catalogue, id, {}, '2026-11-21')).toEqual(['applicant'])
    expect(subjectsOfApplicant(catalogue, id, { 'observer.role': 'moon' }, '2026-11-21')).toEqual(['applicant'])
    expect(subjectsOfApplicant(catalogue, 'no-matter', { 'observer.role': 'owner' }, '2026-11-21')).toEqual(['applicant'])
  })
})
