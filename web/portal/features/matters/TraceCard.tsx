// What the person need not provide, line by line: where it comes from, who uses it, by what law.
// The first lines are shown; all of them on demand.
import { useState } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Plan } from '../../../../server/modules/planning/plan.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Citation } from '../services/Citation.tsx'
import { authorityName } from './authority-names.ts'
import { sumOfTrace, traceOf, type TraceLine } from './trace.ts'

const shownAtFirst = 6
const namesAtFirst = 4

export function TraceCard({ plan, catalogue }: { plan: Plan; catalogue: Catalogue }) {
  const t = useT()
  const textIn = useTextIn()
  const [all, setAll] = useState(false)
  const lines = traceOf(plan)
  const sum = sumOfTrace(plan)
  if (lines.length === 0) return null

  const receivers = ({ lines: authorities }: TraceLine) =>
    authorities.length > 2 ? t('matters.trace.authorities', { n: authorities.length }) : authorities.map((line) => authorityName(catalogue, line, '', textIn)).join(t('matters.trace.separator'))
  const law = ({ legalBasis }: TraceLine) => (legalBasis ? <Citation {...legalBasis} short /> : '–')
  const title = sum.evidence > 0 ? t('matters.trace.title', { fields: sum.fields, evidence: sum.evidence }) : t('matters.trace.titleFields', { fields: sum.fields })
  const toggle = lines.length > shownAtFirst && (
    <Button variant="plain" aria-expanded={all} aria-controls="trace-lines" onClick={() => setAll(!all)}>
      {all ? t('matters.trace.fewer') : t('matters.trace.all')}
    </Button>
  )
  return (
    <div id="trace">
      <Card title={title} aside={toggle}>
        <p className="tb-muted">{t('matters.trace.lead')}</p>
        <div id="trace-lines" className="matter-trace">
          <Table
            caption={title}
            rows={all ? lines : lines.slice(0, shownAtFirst)}
            rowKey={({ id }) => id}
            columns={[
              { key: 'what', header: t('matters.trace.what'), cell: (line) => <What line={line} all={all} /> },
              { key: 'from', header: t('matters.trace.from'), cell: (line) => <Source line={line} catalogue={catalogue} />, stackedLabel: 'hidden' },
              { key: 'users', header: t('matters.trace.users'), cell: receivers },
              { key: 'law', header: t('matters.trace.law'), cell: law },
            ]}
          />
        </div>
        {sum.extra > 0 && <p className="tb-muted">{t('matters.trace.extra', { n: sum.extra })}</p>}
      </Card>
    </div>
  )
}

function What({ line, all }: { line: TraceLine; all: boolean }) {
  const t = useT()
  const textIn = useTextIn()
  const names = line.names.map(textIn)
  const separator = t('matters.trace.separator')
  const shown = all || names.length <= namesAtFirst + 1 ? names.join(separator) : t('matters.trace.more', { names: names.slice(0, namesAtFirst).join(separator), n: names.length })
  return (
    <>
      {shown}
      <small className="matter-times">
        {t(`matters.trace.${line.kind}`)} · {t('matters.trace.times', { n: line.before })}
      </small>
    </>
  )
}

/** Where a line comes from, as chips. */
function Source({ line: { source, names }, catalogue }: { line: TraceLine; catalogue: Catalogue }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const nameOf = (concept: string) => textIn(catalogue.concepts[concept]?.name ?? { 'zh-CN': concept })
  switch (source.kind) {
    case 'registry': {
      const registry = catalogue.registries[source.registry]
      return (
        <span className="tb-row">
          <Chip tone="azure">{textIn(registry?.name ?? { 'zh-CN': source.registry })}</Chip>
          {registry?.consent && <Chip>{t('matters.trace.consent')}</Chip>}
        </span>
      )
    }
    case 'result':
      return <Chip tone="azure">{t('matters.trace.result', { service: textIn(catalogue.services[source.service]?.name ?? { 'zh-CN': source.service }) })}</Chip>
    case 'profile':
      return <Chip tone="azure">{t('matters.trace.profile')}</Chip>
    case 'derived':
      return <Chip>{names.length === 1 && source.from.length > 0 && source.from.length <= 2 ? t('matters.trace.derivedFrom', { names: format.list(source.from.map(nameOf)) }) : t('matters.trace.derived')}</Chip>
    case 'credential':
    case 'submitted':
    case 'commitment':
    case 'earlier':
      return <Chip>{t(`matters.trace.${source.kind}`)}</Chip>
    case 'default':
      return <Chip>{t('matters.trace.usual')}</Chip>
    default:
      return <Chip>{t('matters.trace.shared')}</Chip>
  }
}
