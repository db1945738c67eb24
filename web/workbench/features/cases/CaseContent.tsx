// The content by subject: each value with where it came from. Sensitive values are masked until an official asks, which is recorded.
// While a correction is being written, what the applicant can put right is added from here with one press.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { groupContent, isCorrectable } from './case-view.ts'
import { CorrectionToggle } from './CorrectionToggle.tsx'
import { useDesk } from './desk.ts'
import { moment } from './moment.ts'
import { MaskedValue } from './MaskedValue.tsx'
import type { ContentItem } from './queries.ts'
import { useShownValue } from './shown-value.ts'

export function CaseContent() {
  const t = useT()
  const textIn = useTextIn()
  const { one } = useDesk()
  const groups = groupContent(one.content, one.subjects)
  return (
    <Card title={t('cases.content.title')} className="case-content">
      {groups.map((group) => (
        <section key={group.id} aria-label={group.name ? textIn(group.name) : t('cases.content.other')}>
          {groups.length > 1 && <h3>{group.name ? textIn(group.name) : t('cases.content.other')}</h3>}
          <KeyValue
            lines
            items={group.items.map((item) => ({
              id: item.concept,
              label: textIn(item.name),
              value: item.masked ? <MaskedValue item={item} /> : <Value item={item} />,
              aside: <Aside item={item} />,
            }))}
          />
        </section>
      ))}
    </Card>
  )
}

function Value({ item }: { item: ContentItem }) {
  const t = useT()
  const shown = useShownValue()(item)
  return shown === '' ? <span className="tb-muted">{t('cases.content.empty')}</span> : <>{shown}</>
}

function Aside({ item }: { item: ContentItem }) {
  const textIn = useTextIn()
  const { draft } = useDesk()
  return (
    <span className="case-aside">
      {draft.form === 'requestSupplement' && isCorrectable(item) && <CorrectionToggle name={textIn(item.name)} of={{ concept: item.concept }} />}
      <Source item={item} />
    </span>
  )
}

function Source({ item }: { item: ContentItem }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const name = item.sourceName ? textIn(item.sourceName) : ''
  const inputs = item.inputs.map(textIn)
  switch (item.source) {
    case 'registry':
      return <Chip tone="azure">{item.asOf ? t('cases.source.registry', { name, time: moment(item.asOf) }) : t('cases.source.registryNoTime', { name })}</Chip>
    case 'derived': {
      const [first] = inputs
      const text = first === undefined ? t('cases.source.derivedPlain') : inputs.length > 1 ? t('cases.source.derivedMany', { input: first, n: inputs.length }) : t('cases.source.derived', { input: first })
      return <span title={format.list(inputs)}><Chip>{text}</Chip></span>
    }
    case 'result':
      return <Chip tone="success">{name ? t('cases.source.result', { name }) : t('cases.source.resultPlain')}</Chip>
    case 'profile':
      return <Chip tone="azure">{t('cases.source.profile')}</Chip>
    case 'credential':
      return <Chip tone="azure">{item.asOf ? t('cases.source.credential', { time: moment(item.asOf) }) : t('cases.source.credentialNoTime')}</Chip>
    default:
      return <Chip>{t('cases.source.applicant')}</Chip>
  }
}
