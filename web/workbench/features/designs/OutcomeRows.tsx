// The table itself, as the one of the scenario: a column for each input, at the end what is decided.
// An empty cell is any value; it is then not written.
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { cellOf, decidedAs, outcomes, withCell } from './outcome-table.ts'
import { listIn, shownText, stringIn, type Fields } from './fields.ts'

export function OutcomeRows({ table, onRow }: { table: Fields; onRow: (index: number, row: Fields, group?: string) => void }) {
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
            <tr key={stringIn(row, 'id')}>
              <th scope="row">{index + 1}</th>
              {inputs.map(({ id, name }) => (
                <td key={id}><TextInput label={t('designs.table2.cell', { ask: name, at: index + 1 })} labelHidden width="medium" placeholder={t('designs.table2.any')} value={cellOf(row, id)} onChange={(text) => onRow(index, withCell(row, id, text), `cell ${id}`)} /></td>
              ))}
              <td className="designs-decision-service"><Select label={t('design-elements.table.decides', { n: index + 1 })} labelHidden value={stringIn(row, 'decision')} onChange={(decision) => onRow(index, decidedAs(row, decision))} options={outcomes.map((value) => ({ value, label: t(`design-elements.table.outcomes.${value}`) }))} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
