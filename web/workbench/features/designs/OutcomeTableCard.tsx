// The decision table of a service (秒批): begun here, or the one the pack has, opened as an item of its own.
// Without one, an automatic service is granted when all its conditions hold.
import { useEffect } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Loading } from '../../../ui/States.tsx'
import { FeelField } from '../feel/FeelField.tsx'
import type { PartProps } from './DesignPage.tsx'
import { keyOf, listIn, moved, stringIn, withItem, type Fields, type ItemKey } from './fields.ts'
import { FindingsHere } from './FindingsHere.tsx'
import { findingsOf } from './findings-at.ts'
import { hitPolicies, newTable, withNewInput, withNewRow, withoutInput } from './outcome-table.ts'
import { OutcomeRows } from './OutcomeRows.tsx'
import { RowReasons } from './RowReasons.tsx'
import { SortableList } from './SortableList.tsx'
import { TextPair } from './TextPair.tsx'

export function OutcomeTableCard({ design, service }: Pick<PartProps, 'design'> & { service: Fields }) {
  const t = useT()
  const key = keyOf('decisions', stringIn(service, 'id'))
  const { open } = design
  useEffect(() => {
    void open(key)
  }, [open, key])
  const item = design.workspace.items[key]
  const table = design.fields(key)
  const unreadable = item !== undefined && table === null && (design.workspace.now.texts[item.file] ?? null) !== null
  const set = (next: Fields, group?: string) => design.edit(key, next, group)
  return (
    <Card
      title={t('design-elements.table.title')}
      aside={item && table && <Link href={paths.workbenchDesign({ design: design.id }, { part: 'source', file: item.file })}>{t('designs.service2.source')}<span className="tb-hidden"> {t('design-elements.table.title')}</span></Link>}
    >
      {!item && <Loading lines={2} />}
      {unreadable && <p>{t('designs.unreadable')}</p>}
      {item && !table && !unreadable && (
        <div className="tb-stack">
          <p className="tb-muted">{t('design-elements.table.none')}</p>
          <div><Button variant="ghost" icon="add" onClick={() => set(newTable(service))}>{t('design-elements.table.begin')}</Button></div>
        </div>
      )}
      {table && <Table design={design} item={key} table={table} inherited={item?.inherited !== null} onChange={set} />}
    </Card>
  )
}

/** What is said at the row itself. */
const rowRules = ['decision-overlap', 'decision-row-unreachable', 'decision-wrong', 'id-duplicate']

function Table({ design, item, table, inherited, onChange }: { design: PartProps['design']; item: ItemKey; table: Fields; inherited: boolean; onChange: (table: Fields, group?: string) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const [inputs, rows] = [listIn(table, 'inputs'), listIn(table, 'rows')]
  const setRow = (index: number, row: Fields, group?: string) => onChange({ ...table, rows: withItem(rows, index, row) }, group && `row ${stringIn(row, 'id')} ${group}`)
  return (
    <div className="tb-stack">
      <p className="tb-muted">{t('design-elements.table.lead')}</p>
      <Select label={t('design-elements.table.hit')} value={stringIn(table, 'hitPolicy')} onChange={(hitPolicy) => onChange({ ...table, hitPolicy })} options={hitPolicies.map((value) => ({ value, label: t(`design-elements.table.hits.${value}`) }))} />
      <h3>{t('design-elements.table.inputs')}</h3>
      {inputs.map((input, index) => {
        const id = stringIn(input, 'id')
        const change = (next: Fields, group: string) => onChange({ ...table, inputs: withItem(inputs, index, next) }, `input ${id} ${group}`)
        return (
          <div key={id} role="group" aria-label={id} className="designs-block tb-stack">
            <TextPair label={t('design-elements.table.inputName')} value={input['name']} onChange={(name) => change({ ...input, name: name ?? '' }, 'name')} />
            <FeelField label={t('design-elements.table.inputRule')} hint={t('design-elements.table.inputRuleHint')} value={stringIn(input, 'rule')} error={stringIn(input, 'rule').trim() === '' ? t('design-elements.table.needRule') : undefined} onChange={(rule) => change({ ...input, rule }, 'rule')} />
            {inputs.length > 1 && <div><Button variant="plain" onClick={() => onChange(withoutInput(table, id))}>{t('designs.service2.remove')}<span className="tb-hidden"> {id}</span></Button></div>}
          </div>
        )
      })}
      <div className="tb-row"><Button variant="ghost" icon="add" onClick={() => onChange(withNewInput(table))}>{t('design-elements.table.addInput')}</Button></div>
      <h3>{t('design-elements.table.rows')}</h3>
      <p className="tb-muted">{t('design-elements.table.cellHint')}</p>
      <FindingsHere design={design} item={item} at={[]} rules={['decision-gap', 'decision-type-wrong']} />
      <OutcomeRows table={table} onRow={setRow} foundIn={(index) => findingsOf(design, item, ['rows', index], rowRules).map(({ message }) => textIn(message))} />
      <h3>{t('design-elements.table.reasons')}</h3>
      <SortableList
        label={t('design-elements.table.order')} group="rows" fixed={inherited ? t('designs.sort.inherited') : undefined} onMove={(from, to) => onChange({ ...table, rows: moved(rows, from, to) })}
        items={rows.map((row, index) => ({
          id: stringIn(row, 'id'), label: t('design-elements.table.row', { n: index + 1 }),
          content: <RowReasons table={table} row={row} n={index + 1} onChange={(next, group) => setRow(index, next, group)} />,
          actions: rows.length > 1 && <Button variant="plain" onClick={() => onChange({ ...table, rows: rows.filter((_, at) => at !== index) })}>{t('designs.table2.removeRow')}<span className="tb-hidden"> {index + 1}</span></Button>,
        }))}
      />
      <div className="tb-row"><Button variant="ghost" icon="add" onClick={() => onChange(withNewRow(table))}>{t('designs.table2.addRow')}</Button></div>
    </div>
  )
}
