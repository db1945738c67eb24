// What the check of an answer found: what must be put right first, then what had better be.
// Each says which words it is about.
import { useT } from '../../../shared/i18n/store.ts'
import { Notice } from '../../../ui/Notice.tsx'
import type { Finding } from './queries.ts'

export function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useT()
  return (
    <>
      {findings.toSorted((a, b) => Number(b.blocks) - Number(a.blocks)).map(({ code, blocks, quote }) => (
        <Notice key={code + quote} compact tone={blocks ? 'danger' : 'warning'}>{t(`request-desk.findings.${code}`)}{quote && <> <q>{quote}</q></>}</Notice>
      ))}
    </>
  )
}
