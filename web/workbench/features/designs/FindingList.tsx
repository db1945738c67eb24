// Everything that keeps the content from being released: the rule in words, the place, and in small type what exactly is there.
// A place leads to its line in the source.
import { useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import type { TextKey } from '../../../shared/i18n/keys.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import zh from '../../../shared/i18n/zh-CN/design-words.ts'
import type { Finding } from './queries.ts'
import type { DesignInHand } from './useDesign.ts'

const shownAtFirst = 6

export function FindingList({ design }: { design: DesignInHand }) {
  const t = useT()
  const textIn = useTextIn()
  const [all, setAll] = useState(false)
  const { findings } = design.examination
  if (findings.length === 0) return <p className="tb-muted">{t('designs.findings.ready')}</p>
  return (
    <>
      <ul className="designs-findings">
        {findings.slice(0, all ? undefined : shownAtFirst).map((finding) => (
          <li key={JSON.stringify(finding)}>
            <b>{ruleText(t, finding)}</b>
            <Link href={paths.workbenchDesign({ design: design.id }, { part: 'source', file: finding.file, line: finding.line })}>{t('designs.findings.place', { file: finding.file, line: finding.line })}</Link>
            <small>{textIn(finding.message)}</small>
          </li>
        ))}
      </ul>
      {findings.length > shownAtFirst && <Button variant="plain" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('designs.findings.fewer') : t('designs.findings.all', { n: findings.length })}</Button>}
    </>
  )
}

/** Rules are a closed list in the server; one that is new there speaks English until it has words here. */
function ruleText(t: ReturnType<typeof useT>, { rule, says }: Finding): string {
  return rule in zh.rules ? t(`design-words.rules.${rule}` as TextKey as 'design-words.rules.yaml-syntax') : says
}
