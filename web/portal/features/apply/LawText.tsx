// A law with its article, as a link where it is published.
// Chinese laws are quoted in 《》.
import type { LegalBasis } from '../../../../server/modules/catalogue/definitions.ts'

export function LawText({ title, article, url }: LegalBasis) {
  const words = `《${title}》${article ?? ''}`
  return url ? <a href={url}>{words}</a> : <>{words}</>
}
