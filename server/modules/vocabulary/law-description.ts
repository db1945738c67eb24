// Laws that services cite, as eli:LegalResource: the law itself, and the article of it with where it can be read.
// Pure.
import type { LegalBasis } from '../catalogue/index.ts'
import type { Addresses } from './code-lists.ts'
import { link, plain, resource, type Resource } from './description.ts'

/** A law is one resource, wherever it is cited; an article of it another that belongs to it. */
export const legalResource = (at: Addresses, { title, article, url }: LegalBasis): Resource[] => {
  const law = resource(at('laws', title), 'eli:LegalResource', { 'dct:identifier': plain(title), 'dct:title': { text: title, language: 'zh-cn' } })
  if (article === undefined && url === undefined) return [law]
  const name = article === undefined ? title : `${title}${article}`
  return [
    resource(at('laws', title, article ?? 'text'), 'eli:LegalResource', {
      'dct:identifier': plain(name), 'dct:title': { text: name, language: 'zh-cn' }, 'dct:relation': link(law.iri), 'foaf:page': url === undefined ? undefined : link(url),
    }),
    law,
    ...(url === undefined ? [] : [resource(url, 'foaf:Document', {})]),
  ]
}
