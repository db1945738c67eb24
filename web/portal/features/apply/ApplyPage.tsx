// The address of an application being prepared: leads to its questions while some are open, else to its tasks.
// Draws nothing itself.
import { redirect, type LoaderFunctionArgs } from 'react-router'
import { t } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { loadDraft } from './queries.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { draft } = await loadDraft(args)
  const application = draft.id
  return redirect(draft.plan.questions.length > 0 ? paths.applyScenario({ application }) : paths.applyTasks({ application }))
}

export const title = () => t('apply.title')

export function Component() {
  return null
}
