// Which messages the person wants, and whether by text message as well: everything unless they do without some. What has to be acted on is always told and not offered here.
// Each change is stored at once.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Checkbox, CheckboxGroup } from '../../../ui/Choice.tsx'
import { toast } from '../../../ui/toasts.ts'

const choicesQuery = { queryKey: ['message-choices'], queryFn: () => api('getMessageChoices'), staleTime: 60_000 }

const textQuery = { queryKey: ['text-message-choice'], queryFn: () => api('getTextMessageChoice'), staleTime: 60_000 }

/** Nothing where no text messages are sent. */
function TextChoice() {
  const t = useT()
  const { data } = useQuery(textQuery)
  const choosing = useChange((wanted: boolean) => api('chooseTextMessages', { body: { wanted } }), (reply) => {
    queryClient.setQueryData(textQuery.queryKey, reply)
    toast(t('inbox.choices.saved'), { tone: 'success' })
  })
  if (!data || data.phone === null) return null
  return <Checkbox label={t('inbox.choices.texts', { phone: data.phone })} hint={t('inbox.choices.textsHint')} checked={data.wanted} onChange={(wanted) => choosing.mutate(wanted, { onError: () => toast(t('inbox.failed'), { tone: 'danger' }) })} />
}

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
      <TextChoice />
    </details>
  )
}
