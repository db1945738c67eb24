// What the applicant gave as documents, and what they did not have to give because it was verified elsewhere.
// Pictures and PDF open beside the case, in the place of the list (features/documents).
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { useViewing } from '../documents/viewing.ts'
import { CorrectionToggle } from './CorrectionToggle.tsx'
import { CredentialStanding } from './CredentialStanding.tsx'
import { useDesk } from './desk.ts'
import type { EvidenceItem } from './queries.ts'

export function CaseEvidence() {
  const t = useT()
  const textIn = useTextIn()
  const { one } = useDesk()
  const { at, open } = useViewing()
  const files = one.evidence.flatMap((each) => each.files)
  useShortcuts(files.length > 0 ? [{ keys: 'v', label: t('cases.evidence.first'), run: () => open(at === undefined ? 0 : undefined) }] : [])
  return (
    <Card title={t('cases.evidence.title')} className="case-content">
      {one.evidence.length === 0 && <p>{t('cases.evidence.none')}</p>}
      <KeyValue
        lines
        items={one.evidence.map((each) => ({
          id: each.evidence,
          label: textIn(each.name),
          value: <Files item={each} onOpen={(id) => open(files.findIndex((file) => file.id === id))} />,
          aside: <Aside item={each} />,
        }))}
      />
    </Card>
  )
}

function Files({ item, onOpen }: { item: EvidenceItem; onOpen: (id: string) => void }) {
  const t = useT()
  const textIn = useTextIn()
  if (item.statement !== null && item.files.length === 0) return <span>{textIn(item.statement)}{item.dueDays !== null && <small className="tb-muted"> {t('cases.evidence.dueDays', { n: item.dueDays })}</small>}</span>
  if (item.source === 'credential') return <CredentialStanding evidence={item.evidence} />
  if (item.files.length === 0) return <span className="tb-muted">{item.source === 'upload' ? t('cases.evidence.noFile') : ''}</span>
  return (
    <span className="case-files">
      {item.files.map((file) => (
        <Button key={file.id} variant="plain" icon="file" onClick={() => onOpen(file.id)} aria-label={t('cases.evidence.open', { name: file.name })}>
          {file.name}
        </Button>
      ))}
    </span>
  )
}

function Aside({ item }: { item: EvidenceItem }) {
  const t = useT()
  const textIn = useTextIn()
  const { draft } = useDesk()
  const name = item.sourceName ? textIn(item.sourceName) : ''
  const text = {
    upload: t('cases.evidence.upload'),
    registry: name ? t('cases.evidence.registry', { name }) : t('cases.evidence.registryPlain'),
    result: t('cases.evidence.result', { name }),
    credential: t('cases.evidence.credential'),
    submitted: t('cases.evidence.submitted', { name }),
    commitment: t('cases.evidence.commitment'),
    later: t('cases.evidence.later'),
  }[item.source]
  return (
    <span className="case-aside">
      {draft.form === 'requestSupplement' && <CorrectionToggle name={textIn(item.name)} of={{ evidence: item.evidence }} />}
      <Chip tone={item.source === 'upload' || item.source === 'submitted' || item.source === 'commitment' ? 'neutral' : item.source === 'result' ? 'success' : 'azure'}>{text ?? item.source}</Chip>
    </span>
  )
}
