// An edition while it is written, and what publishing it would take away. Pure.
import type { Content, Resource } from './queries.ts'

export const fieldClasses = ['public', 'restricted', 'personal', 'sensitive'] as const
export const rhythms = ['realTime', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'irregular'] as const
export const gradings = ['general', 'important', 'core'] as const

export const emptyContent: Content = {
  title: { 'zh-CN': '' }, about: { 'zh-CN': '' }, fields: [], grading: 'general', rhythm: 'daily', sharing: { type: 'conditional', reason: '' }, officer: null, legalBasis: { title: '' },
}

/** What is published and the draft no longer has: nobody gets it any more. */
export const takenOut = (one: Pick<Resource, 'content'>, draft: Pick<Content, 'fields'>): Content['fields'] =>
  (one.content?.fields ?? []).filter(({ name }) => !draft.fields.some((field) => field.name === name))

/** Whether it can be kept at all; what else it needs is said when it is published. */
export const canKeep = ({ title, fields, legalBasis, officer }: Content): boolean =>
  title['zh-CN'].trim() !== '' && legalBasis.title.trim().length >= 2 && fields.every((field) => /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(field.name) && field.title['zh-CN'].trim() !== '') && (officer === null || officer.name.trim() !== '')

/** What is sent: without what is empty. */
export const tidied = (content: Content): Content => ({
  ...content, officer: content.officer && content.officer.name.trim() !== '' ? content.officer : null,
  legalBasis: { title: content.legalBasis.title.trim(), ...(content.legalBasis.article?.trim() ? { article: content.legalBasis.article.trim() } : {}), ...(content.legalBasis.url ? { url: content.legalBasis.url } : {}) },
})
