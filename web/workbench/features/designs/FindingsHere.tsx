// What checking found about the part that is being written, right beside it, with a link to its line.
// The whole list stands at the side of the page.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { Notice } from '../../../ui/Notice.tsx'
import type { ItemKey } from './fields.ts'
import { findingsOf } from './findings-at.ts'
import type { DesignInHand } from './useDesign.ts'

interface Props {
  design: DesignInHand
  /** the design’s own item when absent */
  item?: ItemKey
  at: readonly (string | number)[]
  /** rules spoken of here; the others are shown by the fields themselves */
  rules: readonly string[]
}

export function FindingsHere({ design, item = design.about, at, rules }: Props) {
  const textIn = useTextIn()
  const found = findingsOf(design, item, at, rules)
  if (found.length === 0) return null
  return <Notice compact tone="danger">{found.map((finding) => <p key={JSON.stringify(finding)}>{textIn(finding.message)}</p>)}</Notice>
}
