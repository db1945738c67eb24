// Begins an application with the answers of the page, or goes on with the draft there is; logs in first where needed.
// The server makes one draft per person and matter, so pressing twice or in two tabs does no harm.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../api/client.ts'
import { statusOf } from '../../../shared/failure.ts'
import { paths } from '../../../shared/paths.ts'
import { mayApply, useSession } from '../../../shared/session.tsx'
import { keep, type KeptAnswers } from './kept-answers.ts'
import { ownApplicationsQuery } from './own-applications.ts'

export interface Starting {
  start: () => void
  busy: boolean
  /** Why it could not be begun; undefined while nothing has gone wrong. */
  error: unknown
}

export function useStart(matter: string, kept: KeptAnswers, setKept: (kept: KeptAnswers) => void): Starting {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const session = useSession()
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: async () => {
      const draft = await api('startApplication', { body: { matter, channel: 'web', answers: { ...kept.answers } } })
      if (kept.declined.length > 0) await api('saveServices', { params: { id: draft.id }, body: { declined: [...kept.declined] } })
      return draft
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ownApplicationsQuery.queryKey.slice(0, 1) })
      await navigate(paths.apply({ application: id }))
    },
    onError: (failure) => {
      if (statusOf(failure) === 401) logIn()
    },
  })
  const logIn = () => {
    keep(matter, { ...kept, starting: true })
    session.login(paths.matter({ matter }))
  }

  const comesBack = kept.starting && mayApply(session)
  const goOn = useEffectEvent(() => {
    setKept({ ...kept, starting: false })
    mutate()
  })
  useEffect(() => {
    if (comesBack) goOn()
  }, [comesBack])

  return {
    start: () => (session.status === 'anonymous' ? logIn() : mutate()),
    busy: isPending || isSuccess || comesBack,
    error: statusOf(error) === 401 ? undefined : (error ?? undefined),
  }
}
