// What is dialled for a number as it is written.
// Numbers are invented.
import { expect, it } from 'vitest'
import { phoneLink } from './phone-link.ts'

it('dials fixed lines and mobiles with the code of the country, and short numbers as they are', () => {
  expect(['020-83000000', '0755-82000000', '154 0000 0101', '12345', '400-800-0000'].map(phoneLink)).toEqual([
    'tel:+862083000000', 'tel:+8675582000000', 'tel:+8615400000101', 'tel:12345', 'tel:4008000000',
  ])
})
