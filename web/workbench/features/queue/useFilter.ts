// The filter of the queue lives in the address, so a view can be bookmarked, shared and gone back to.
// Changing it closes the open case, unless only the words searched for change.
import { useNavigate, useSearchParams } from 'react-router'
import { paths } from '../../../shared/paths.ts'
import { filterQuery, filterText, readFilter, type QueueFilter } from './queue.ts'

export function useFilter(): { filter: QueueFilter; show: (filter: QueueFilter) => void; narrow: (filter: QueueFilter) => void } {
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  return {
    filter: readFilter(search),
    show: (filter) => void navigate(paths.workbench({}, filterQuery(filter))),
    narrow: (filter) => setSearch(new URLSearchParams(filterText(filter)), { replace: true }),
  }
}
