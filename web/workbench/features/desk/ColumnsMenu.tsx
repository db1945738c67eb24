// Which columns the table shows: a menu of check marks that stays open while one chooses.
// The service leads each row and cannot be taken away.
import { useT } from '../../../shared/i18n/store.ts'
import { columnIds, type ColumnId } from './table-columns.ts'

export function ColumnsMenu({ columns, onChange }: { columns: readonly ColumnId[]; onChange: (columns: ColumnId[]) => void }) {
  const t = useT()
  return (
    <details className="desk-columns">
      <summary className="tb-button" data-variant="quiet">{t('desk.table.columns')}</summary>
      <ul>
        {columnIds.filter((id) => id !== 'service').map((id) => (
          <li key={id}>
            <label>
              <input type="checkbox" className="desk-check" checked={columns.includes(id)} onChange={() => onChange(columns.includes(id) ? columns.filter((each) => each !== id) : [...columns, id])} />
              {t(`desk.column.${id}`)}
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
