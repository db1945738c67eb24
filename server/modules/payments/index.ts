// Public face of the payments module.
import type { Module } from '../../module.ts'
import { mountDemoCashier } from './demo-cashier.ts'
import { citizenPaymentRoutes } from './payments-routes-citizen.ts'
import { platformRoutes } from './payments-routes-platform.ts'
import { staffPaymentRoutes } from './payments-routes-staff.ts'
import { closeOrder, closeTask, poll, pollCron, pollTask } from './polling.ts'
import { reconcileCron, reconcileDays, reconcileTask } from './reconciling.ts'
import { reconciliationRoutes } from './reconciliation-routes-staff.ts'
import { refund, refundTask } from './refunding.ts'

export { chargeFees, endFee, listOwing, mustPayFirst, owesFee, type ChargedCase } from './charging.ts'
export { takeAtWindow } from './deciding.ts'
export { isTakeable, type Ending, type Fee } from './fee.ts'
export { listFeesOfPerson } from './fees-store.ts'
export { feeSchema, toFeeReply } from './payment-replies.ts'
export { cashierPath } from './demo-cashier.ts'

export const paymentsModule: Module = {
  name: 'payments',
  mount: mountDemoCashier,
  routes: [...citizenPaymentRoutes, ...staffPaymentRoutes, ...reconciliationRoutes, ...platformRoutes],
  jobs: (app) => [
    { task: pollTask, cron: pollCron, run: () => poll(app) },
    { task: reconcileTask, cron: reconcileCron, run: () => reconcileDays(app) },
    {
      task: refundTask,
      run: async (payload) => {
        const { refundId } = payload as { refundId: string }
        await refund(app, refundId)
      },
    },
    {
      task: closeTask,
      run: async (payload) => {
        const { orderId } = payload as { orderId: string }
        await closeOrder(app, orderId)
      },
    },
  ],
}
