// The halls of a place beside what can be done there. It loads by itself.
import { useQuery } from '@tanstack/react-query'
import { HallsCard } from './HallsCard.tsx'
import { hallsQuery } from './queries.ts'

/** Beside other things only the nearest. */
const nearest = 2

/** @param region undefined: the city; `all`: not only the nearest */
export function HallsNear({ region, all = false }: { region: string | undefined; all?: boolean }) {
  const { data: halls = [] } = useQuery(hallsQuery(region))
  return <HallsCard halls={all ? halls : halls.slice(0, nearest)} />
}
