// The table itself, as the one of the scenario: a column for each input, at the end what is decided.
// An empty cell is any value; it is then not written.
import { Fragment } from 'react'
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { FeelField } from '../feel/FeelField.tsx'
import { cellOf, decidedAs, outcomes, withCell } from './outcome-table.ts'
import { listIn, shownText, stringIn, type Fields } from './fields.ts'

interface Props {
  table: Fields
  onRow: (index: number, row: Fields, group?: string) => void
  /** what checking found about a row, in words: it overlaps another, or never counts */
  foundIn: (index: number) => readonly string[]
}

export function OutcomeRows({ table, onRow, foundIn }: Props) {
  const t = useT()
  const english = useLanguage() === 'en'
  const inputs = listIn(table, 'inputs').map((input) => ({ id: stringIn(input, 'id'), name: shownText(input['name'], english) || stringIn(input, 'id') }))
  return (
    <div className="designs-decision" role="region" aria-label={t('design-elements.table.rows')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('design-elements.table.number')}</th>
            {inputs.map(({ id, name }) => <th key={id} scope="col">{name}</th>)}
            <th scope="col" className="designs-decision-service">{t('design-elements.table.decision')}</th>
          </tr>
        </thead>
        <tbody>
          {listIn(table, 'rows').map((row, index) => (
            <Fragment key={stringIn(row, 'id')}>
              <tr>
                <th scope="row">{index + 1}</th>
                {inputs.map(({ id, name }) => (
                  <td key={id}><FeelField label={t('designs.table2.cell', { ask: name, at: index + 1 })} labelHidden reading="cell" placeholder={t('designs.table2.any')} value={cellOf(row, id)} onChange={(text) => onRow(index, withCell(row, id, text), `cell ${id}`)} /></td>
                ))}
                <td className="designs-decision-service"><Select label={t('design-elements.table.decides', { n: index + 1 })} labelHidden value={stringIn(row, 'decision')} onChange={(decision) => onRow(index, decidedAs(row, decision))} options={outcomes.map((value) => ({ value, label: t(`design-elements.table.outcomes.${value}`) }))} /></td>
              </tr>
              {foundIn(index).length > 0 && <tr><td colSpan={inputs.length + 2}><Notice compact tone="danger">{foundIn(index).map((text) => <p key={text}>{text}</p>)}</Notice></td></tr>}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
