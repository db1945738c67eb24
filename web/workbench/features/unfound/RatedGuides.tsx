// Guides and form pages people rated as unclear, long or hard, the most often first: the other half of what designers should look at.
// It loads by itself and stays away while nobody has.
import { useQuery } from '@tanstack/react-query'
import { isBad, tagNames, tagsFor, grades, type Tag } from '../../../../server/modules/ratings/grade.ts'
import { api, type Reply } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'

type Rated = Reply<'listRatedGuides'>['guides'][number]

const tags: readonly Tag[] = [...new Set(grades.filter(isBad).flatMap(tagsFor))]

export function RatedGuides() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { data } = useQuery({ queryKey: ['rated-guides'], queryFn: async ({ signal }) => (await api('listRatedGuides', { query: {} }, { signal })).guides })
  if (!data || data.length === 0) return null
  const words = (id: string) => {
    const tag = tags.find((each) => each === id)
    return tag ? textIn(tagNames[tag]) : id
  }
  const columns: Column<Rated>[] = [
    { key: 'name', header: t('unfound.rated.guide'), cell: ({ of, page, name }) => <Link href={paths.workbenchImprovement({ of }, { page: page === '' ? undefined : page })}>{name}</Link> },
    { key: 'page', header: t('unfound.rated.page'), cell: ({ page }) => (page === '' ? t('unfound.rated.whole') : page) },
    { key: 'tag', header: t('unfound.rated.said'), cell: ({ tag }) => words(tag) },
    { key: 'times', header: t('unfound.times'), align: 'end', cell: ({ times }) => format.number(times) },
  ]
  return <Card title={t('unfound.rated.title')} aside={<Link href={paths.workbenchImprovements()}>{t('unfound.rated.all')}</Link>}><Table caption={t('unfound.rated.lead')} captionShown columns={columns} rows={data} rowKey={({ of, page, tag }) => `${of} ${page} ${tag}`} /></Card>
}
