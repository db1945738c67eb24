// Which messages the person wants: everything unless they do without some. What has to be acted on is always told and not offered here.
// Each change is stored at once.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { CheckboxGroup } from '../../../ui/Choice.tsx'
import { toast } from '../../../ui/toasts.ts'

const choicesQuery = { queryKey: ['message-choices'], queryFn: () => api('getMessageChoices'), staleTime: 60_000 }

export function ChoicesCard() {
  const t = useT()
  const { data } = useQuery(choicesQuery)
  const choosing = useChange((wanted: readonly string[]) => api('chooseMessages', { body: { muted: (data?.optional ?? []).filter((kind) => !wanted.includes(kind)) } }), (reply) => {
    queryClient.setQueryData(choicesQuery.queryKey, reply)
    toast(t('inbox.choices.saved'), { tone: 'success' })
  })
  if (!data) return null
  return (
    <details className="inbox-choices">
      <summary>{t('inbox.choices.title')}</summary>
      <CheckboxGroup
        label={t('inbox.choices.label')}
        hint={t('inbox.choices.always')}
        values={data.optional.filter((kind) => !data.muted.includes(kind))}
        onChange={(wanted) => choosing.mutate(wanted, { onError: () => toast(t('inbox.failed'), { tone: 'danger' }) })}
        options={data.optional.map((kind) => ({ value: kind, label: t(`inbox.choices.kinds.${kind}`) }))}
      />
    </details>
  )
}
