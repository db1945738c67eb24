// The knowledge base of the hotline: what may be answered, what waits for somebody to release it, what runs out, and what nobody found.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { Gaps } from './Gaps.tsx'
import { knowledgeQuery, type Entry } from './queries.ts'
import '../../whole-page.css'

export const loader = forStaff(() => queryClient.ensureQueryData(knowledgeQuery))

export const title = () => t('knowledge.title')

const views = ['all', 'waiting', 'due', 'retired'] as const
type View = (typeof views)[number]

const isIn: Record<View, (entry: Entry) => boolean> = {
  all: ({ stage }) => stage !== 'retired', waiting: ({ proposal }) => proposal !== null, due: ({ reviewDue }) => reviewDue, retired: ({ stage }) => stage === 'retired',
}

export function Component() {
  const t = useT()
  const format = useFormat()
  const [address, setAddress] = useSearchParams()
  const { data } = useSuspenseQuery(knowledgeQuery)
  const [open, setOpen] = useState<Entry | 'new'>()
  const [ask, setAsk] = useState('')
  const view = views.find((each) => each === address.get('view')) ?? 'all'
  const shown = data.entries.filter(isIn[view])
  const columns: Column<Entry>[] = [
    { key: 'ask', header: t('knowledge.ask'), cell: (entry) => <Button variant="plain" onClick={() => setOpen(entry)}>{entry.words.ask}</Button> },
    { key: 'state', header: t('knowledge.state'), cell: (entry) => <StateChips entry={entry} /> },
    { key: 'source', header: t('knowledge.source'), cell: ({ words }) => words.source.title },
    { key: 'until', header: t('knowledge.validUntil'), cell: ({ words }) => (words.validUntil === null ? t('knowledge.noEnd') : format.day(words.validUntil)) },
    { key: 'uses', header: t('knowledge.uses'), align: 'end', cell: ({ uses }) => format.number(uses) },
  ]
  const begin = (words: string) => {
    setAsk(words)
    setOpen('new')
  }
  return (
    <div className="tb-page whole-page tb-stack">
      <header>
        <h1>{t('knowledge.title')}</h1>
        <p className="tb-muted">{t('knowledge.lead')}</p>
      </header>
      <div className="tb-row">
        <Select label={t('knowledge.show')} labelHidden value={view} onChange={(chosen) => setAddress({ view: chosen })} options={views.map((value) => ({ value, label: `${t(`knowledge.views.${value}`)} ${data.entries.filter(isIn[value]).length}` }))} />
        {data.mayPropose && <Button onClick={() => begin('')}>{t('knowledge.propose')}</Button>}
      </div>
      {shown.length === 0 && <EmptyState icon="file" title={t(`knowledge.none.${view}`)}><p>{t('knowledge.noneText')}</p></EmptyState>}
      {shown.length > 0 && <Table caption={t(`knowledge.views.${view}`)} columns={columns} rows={shown} rowKey={({ id }) => id} />}
      <Gaps gaps={data.gaps} mayClose={data.mayRelease} onWrite={data.mayPropose ? begin : undefined} />
      <EntryDialog key={open === 'new' ? `new ${ask}` : open?.id} open={open} ask={ask} onClose={() => setOpen(undefined)} />
      <SignedOutDialog />
    </div>
  )
}

function StateChips({ entry: { stage, proposal, expired, reviewDue, words } }: { entry: Entry }) {
  const t = useT()
  return (
    <span className="tb-row">
      <Chip tone={expired ? 'danger' : stage === 'published' ? 'success' : 'neutral'}>{expired ? t('knowledge.expired') : t(`knowledge.stages.${stage}`)}</Chip>
      {proposal && stage !== 'proposed' && <Chip tone="azure">{t('knowledge.reworded')}</Chip>}
      {reviewDue && !expired && <Chip tone="warning">{t('knowledge.reviewDue')}</Chip>}
      {words.audience === 'agents' && <Chip>{t('knowledge.audiences.agents')}</Chip>}
    </span>
  )
}
