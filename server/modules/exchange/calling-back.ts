// Sends the answer of an order to the address its system registered. The answer is signed, so the address need not be trusted with more
// than to receive it; it cannot lead into the network of this installation.
import { openOutbound } from '../../kernel/outbound.ts'
import type { App } from '../../module.ts'
import { signMessage } from './jws.ts'

/** @throws when it was not taken; the job tries again. Orders that were refused are signed as well, with the code. */
export const sendAnswer = async (app: App, callback: string, { id, response, refused }: { id: string; response?: string; refused?: string }): Promise<void> => {
  const outbound = openOutbound({ networks: app.config.mode === 'demo' ? ['127.0.0.0/8'] : [] })
  try {
    const signed = response ?? signMessage(await app.keys.signer('exchange'), 'exchange-response+jwt', { iss: app.config.publicUrl, iat: Math.floor(app.clock.now().getTime() / 1000), jti: id, outcome: 'refused', reason: refused })
    const { status } = await outbound.ask({ method: 'POST', url: new URL(callback), headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, response: signed }), timeLimitMs: 5000, mostBytes: 10_000 })
    if (status < 200 || status > 299) throw new Error(`the address of an order answered ${status}`)
  } finally {
    await outbound.close()
  }
}
