// The list of journeys, in the order they are started: the long ones first, those that need the product to themselves last.
// A new journey is a file beside this one and a line here.
import { journey as afterADeath } from './after-a-death.ts'
import { journey as batch } from './batch.ts'
import { journey as familyHelp } from './family-help.ts'
import { journey as firstView } from './first-view.ts'
import { journey as designerComposesAMatter } from './designer-composes-a-matter.ts'
import { journey as hardCase } from './hard-case.ts'
import { journey as hostile } from './hostile.ts'
import { journey as instantApproval } from './instant-approval.ts'
import { journey as load } from './load.ts'
import type { Journey } from './harness/journey.ts'
import { journey as newbornCitizen } from './newborn-citizen.ts'
import { journey as newbornStaff } from './newborn-staff.ts'
import { journey as oneWindowThenPhone } from './one-window-then-phone.ts'
import { journey as openARestaurant } from './open-a-restaurant.ts'
import { journey as registryDown } from './registry-down.ts'
import { journey as registryOdd } from './registry-odd.ts'
import { journey as routesAxe } from './routes-axe.ts'
import { journey as toleranceAndBreach } from './tolerance-and-breach.ts'
import { journey as twoTabs } from './two-tabs.ts'

export const journeys: readonly Journey[] = [routesAxe, hostile, newbornCitizen, newbornStaff, afterADeath, openARestaurant, hardCase, instantApproval, oneWindowThenPhone, designerComposesAMatter, toleranceAndBreach, twoTabs, familyHelp, batch, firstView, registryDown, registryOdd, load]
