// Words of form fields in English.
// The keys are those of zh-CN/form.ts.
import type source from '../zh-CN/form.ts'
import type { Translation } from '../keys.ts'

export default {
  example: 'For example: {example}.',
  yuan: 'yuan',
  day: 'Date',
  time: 'Time',
  timeHint: '24-hour clock, for example 06:42',
  idNumber: { readBack: 'Born {date}, {sex}', female: 'female', male: 'male' },
  region: { elsewhere: 'Not in this list', code: 'Six-digit region code', codeHint: 'Usually the first six digits of the ID number' },
  masked: { show: 'Show', hide: 'Hide' },
  problem: {
    fillIn: 'Enter “{name}”.',
    choose: 'Choose “{name}”.',
    number: '“{name}” must be a number.',
    whole: '“{name}” must be a whole number.',
    money: '“{name}” must be an amount with at most two decimals.',
    tooLong: '“{name}” must be {max} characters or fewer.',
    tooShort: '“{name}” must be at least {min} characters.',
    between: '“{name}” must be between {low} and {high}.',
    atLeast: '“{name}” must be {low} or more.',
    atMost: '“{name}” must be {high} or less.',
    betweenDays: '“{name}” must be between {low} and {high}.',
    notBefore: '“{name}” must be {low} or later.',
    notAfter: '“{name}” must be {high} or earlier.',
    future: '“{name}” is in the future. Check the year and the month.',
    checkDigit: '“{name}” does not add up: a digit may be wrong. Compare it with the document.',
    date: '“{name}” is not a real date. Type eight digits, for example 20261116.',
    time: '“{name}” must be a time of the 24-hour clock, for example 06:42.',
    idNumber: 'An ID number has 18 characters, the last may be X. Compare it with the card.',
    idNumberDate: 'The date of birth inside the ID number is not right. Compare it with the card.',
    uscc: 'A unified social credit code has 18 characters. Compare it with the business licence.',
    phone: 'Enter a phone number that can be reached, for example a mobile number of 11 digits.',
    bankAccount: 'A bank account number has digits only. Compare it with the card.',
    region: 'A region code has six digits.',
    letters: '“{name}” contains characters that cannot be used.',
    like: '“{name}” is not written as expected, for example: {example}.',
    unknown: '“{name}” is no longer asked. Reload the page.',
  },
} satisfies Translation<typeof source>
