// The wallet: from the server, or without network as it was kept on this phone when it was last opened.
// Asked only when a resident is logged in, or acts for somebody.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { currentActing } from '../../../shared/acting.ts'
import { statusOf } from '../../../shared/failure.ts'
import { findKeptWallet } from './device.ts'

export type Wallet = Reply<'getWallet'>
export type WalletCard = Wallet['cards'][number]
export type Asked = Wallet['requests'][number]
/** `keptAt`: without network, the instant the phone kept it. */
export type OpenedWallet = Pick<Wallet, 'holder' | 'cards' | 'requests'> & { keptAt: string | null }

/** A network slower than this is none. */
const patienceMs = 6000

export const walletQuery = queryOptions({
  queryKey: ['wallet'],
  networkMode: 'always',
  retry: false,
  staleTime: 0,
  queryFn: async (): Promise<OpenedWallet> => {
    try {
      return { ...(await api('getWallet', {}, { signal: AbortSignal.timeout(patienceMs) })), keptAt: null }
    } catch (error) {
      const kept = statusOf(error) === undefined && !currentActing() ? await findKeptWallet() : undefined
      if (!kept) throw error
      return { holder: kept.holder, cards: kept.cards, requests: [], keptAt: kept.at }
    }
  },
})

export const usesQuery = (id: string) => queryOptions({ queryKey: ['wallet', id, 'uses'], staleTime: 0, queryFn: ({ signal }) => api('listCredentialUses', { params: { id } }, { signal }) })

export const devicesQuery = queryOptions({ queryKey: ['wallet', 'devices'], queryFn: async ({ signal }) => (await api('listWalletDevices', {}, { signal })).devices })

export const offersQuery = queryOptions({ queryKey: ['credential-offers'], queryFn: ({ signal }) => api('listCredentialOffers', {}, { signal }) })

/** By its code, or by its id when it is addressed to the reader. */
export const requestQuery = (code: string) => queryOptions({ queryKey: ['wallet', 'requests', code], staleTime: 0, queryFn: ({ signal }) => api('findPresentationRequest', { params: { code } }, { signal }) })

const askAgainMs = 2000

/** Whether a code was looked at; asked again and again while it is on the screen. */
export const presentationQuery = (id: string) => queryOptions({ queryKey: ['presentations', id], refetchInterval: askAgainMs, queryFn: ({ signal }) => api('getPresentation', { params: { id } }, { signal }) })
