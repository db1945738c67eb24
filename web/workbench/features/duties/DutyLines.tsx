// The lines of the duty list, searched and filtered by top class; designers write a new line, change one, or write a finer one beside it.
// A long list is shown piece by piece.
import { useState } from 'react'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { DutyForm, type Begun } from './DutyForm.tsx'
import { isWhole, namesByPath } from './names.ts'
import type { Duty, RequestClass } from './queries.ts'

const atFirst = 40
const shownOf = 3

interface Props {
  classes: readonly RequestClass[]
  duties: readonly Duty[]
  region: string
}

export function DutyLines({ classes, duties, region }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const { person } = useSession()
  const [words, setWords] = useState('')
  const [top, setTop] = useState('')
  const [most, setMost] = useState(atFirst)
  const [writing, setWriting] = useState<Begun>()
  const names = namesByPath(classes)
  const mayWrite = person?.roles?.includes('designer') ?? false
  const wanted = words.trim().toLowerCase()
  const said = (duty: Duty): string => [duty.id, ...duty.categories.flatMap((path) => (names.get(path) ?? []).map(textIn)), ...duty.where.map(({ name }) => textIn(name)), textIn(duty.unit.name), duty.source.title].join(' ').toLowerCase()
  // What the place itself says comes before what it inherits.
  const found = [...duties].sort((a, b) => Number(b.own) - Number(a.own)).filter((duty) => (top === '' || duty.categories.some((path) => path === top || path.startsWith(`${top}/`))) && (wanted === '' || said(duty).includes(wanted)))
  return (
    <div className="tb-stack">
      <div className="duties-filter">
        <TextInput label={t('duties.list.search')} type="search" value={words} onChange={(value) => { setWords(value); setMost(atFirst) }} />
        <Select label={t('duties.list.top')} value={top} onChange={setTop} emptyIsAll placeholder={t('duties.list.all')} options={classes.map(({ id, name }) => ({ value: id, label: textIn(name) }))} />
        {mayWrite && <Button variant="primary" onClick={() => setWriting({ kind: 'new' })}>{t('duties.list.write')}</Button>}
      </div>
      <p className="tb-muted" role="status">{t('duties.list.count', { n: found.length })}</p>
      <Table
        caption={t('duties.title')} rows={found.slice(0, most)} rowKey={({ id }) => id} columns={useColumns(names, mayWrite ? setWriting : undefined)}
        empty={<EmptyState title={t('duties.list.none.title')} action={<Button onClick={() => { setWords(''); setTop('') }}>{t('duties.list.clear')}</Button>}><p>{t('duties.list.none.text')}</p></EmptyState>}
      />
      {found.length > most && <Button onClick={() => setMost(most + atFirst)}>{t('duties.list.showAll')}</Button>}
      {writing && <DutyForm key={writing.kind === 'new' ? '' : writing.duty.id} begun={writing} classes={classes} duties={duties} region={region} onClose={() => setWriting(undefined)} />}
    </div>
  )
}

function useColumns(names: ReturnType<typeof namesByPath>, onWrite: ((begun: Begun) => void) | undefined): Column<Duty>[] {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const what = (path: string): string => {
    const last = (names.get(path) ?? []).at(-1)
    const name = last ? textIn(last) : path
    return isWhole(path) ? t('duties.list.whole', { name }) : name
  }
  return [
    { key: 'what', header: t('duties.list.col.what'), cell: ({ categories }) => <Few items={categories.map(what)} /> },
    {
      key: 'where', header: t('duties.list.col.where'),
      cell: ({ where, hours, months }) => (
        <span className="duties-cell">
          <Few items={where.map(({ name }) => textIn(name))} />
          {hours && <Chip>{t('duties.list.hours', hours)}</Chip>}
          {months && <Chip>{t('duties.list.months', months)}</Chip>}
        </span>
      ),
    },
    {
      key: 'unit', header: t('duties.list.col.unit'),
      cell: ({ unit, coUnits, deadline }) => (
        <span className="duties-cell">
          <b>{textIn(unit.name)}</b>
          {coUnits.length > 0 && <small className="tb-muted">{t('duties.list.co', { names: format.list(coUnits.map(({ name }) => textIn(name))) })}</small>}
          {deadline && <Chip>{t(`duties.deadline.${deadline}`)}</Chip>}
        </span>
      ),
    },
    {
      key: 'since', header: t('duties.list.col.since'),
      cell: (duty) => (
        <span className="duties-cell">
          <small>《{duty.source.title}》{duty.source.article}</small>
          <small className="tb-muted">{t('duties.list.from', { date: format.date(duty.from) })}{duty.until && ` ${t('duties.list.until', { date: format.date(duty.until) })}`}</small>
          {onWrite && <Button variant="plain" onClick={() => onWrite({ kind: duty.own ? 'change' : 'finer', duty })}>{duty.own ? t('duties.list.change') : t('duties.list.finer')}<span className="tb-hidden"> {duty.id}</span></Button>}
        </span>
      ),
    },
  ]
}

function Few({ items }: { items: readonly string[] }) {
  const t = useT()
  const format = useFormat()
  const rest = items.length - shownOf
  return <span>{rest <= 0 ? format.list(items) : `${items.slice(0, shownOf).join(t('duties.list.comma'))} ${t('duties.list.more', { n: rest })}`}</span>
}
