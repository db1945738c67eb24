// The built-in functions, one line per behaviour: FEEL text and the JSON it gives.
// Cases follow the tables of DMN 1.3, chapter 10.3.4; what is null there is null here.
import { describe, expect, test } from 'vitest'
import { builtins } from './builtins.ts'
import { evaluate } from './compile.ts'
import { parse } from './parse.ts'
import { fromFeel, scopeOf } from './scope.ts'

const value = (text: string): unknown => fromFeel(evaluate(parse(text, { lenient: true }), scopeOf({})))

type Case = [text: string, expected: unknown]

const cases: Record<string, Case[]> = {
  'text functions': [
    ['string length("小满🐎")', 3], ['upper case("aé")', 'AÉ'], ['lower case("AÉ")', 'aé'], ['contains("abc", "bc")', true],
    ['contains(["abc"], "x")', false],
    ['starts with("440305", "4403")', true], ['ends with("440305", "05")', true], ['contains(null, "a")', null], ['contains(1, "a")', null],
    ['substring("小满🐎ab", 3)', '🐎ab'], ['substring("abc", 2, 1)', 'b'], ['substring("abc", -2)', 'bc'], ['substring("abc", -9, 2)', 'ab'],
    ['substring("abc", 0)', null],
    ['substring("abc", 1, 0)', null], ['substring("abc", 9)', ''],
    ['substring before("a-b", "-")', 'a'], ['substring before("ab", "-")', ''], ['substring after("a-b", "-")', 'b'],
    ['substring after("ab", "-")', ''],
    ['matches("440305", "^\\d{6}$")', true], ['matches("ABC", "b", "i")', true], ['matches("a b", "a\\sb")', true],
    ['matches("ab", "a b", "x")', true],
    ['matches("a", "(")', null], ['matches("a", "a", "q")', null],
    ['replace("a1b2", "\\d", "#")', 'a#b#'], ['replace("ab", "(a)(b)", "$2$1$0")', 'baab'], ['replace("a", "(", "b")', null],
    ['split("a;b;c", ";")', ['a', 'b', 'c']], ['split("a", "(")', null], ['string join(["a", null, "b"], "-")', 'a-b'],
    ['string join(["a", "b"])', 'ab'],
    ['string join(["a", 1])', null], ['string join(["a"], 1)', null],
  ],
  'conversion': [
    ['string(1.5)', '1.5'], ['string(null)', null], ['string(true)', 'true'], ['string([1, "a\\"b", null])', '[1, "a\\"b", null]'],
    ['string("a")', 'a'],
    ['string({a: 1, "b-c": "x"})', '{a: 1, "b-c": "x"}'], ['string(@"2026-11-16")', '2026-11-16'], ['string([1..2])', '[1..2]'],
    ['string(> 1)', '(> 1)'],
    ['string(< 1)', '(< 1)'], ['string(function(a, b) a)', 'function(a, b)'],
    ['number("1.5e2")', 150], ['number("1 000,5", " ", ",")', 1000.5], ['number("1,000.5", ",", ".")', 1000.5], ['number("x")', null],
    ['number("")', null],
    ['number("1", ".", ".")', null], ['number("1", "#", ".")', null], ['number("1", ",", "#")', null], ['number("1.000", ".", null)', 1000],
  ],
  'numbers and truth values': [
    ['decimal(2.345, 2)', 2.34], ['decimal(2.5, 0)', 2], ['decimal(3.5, 0)', 4], ['decimal(1250, -2)', 1200], ['decimal(1, 7000)', null],
    ['decimal(1.1, 400)', 1.1],
    ['round(2.6)', 3], ['round(1.005, 2)', 1], ['round up(1.121, 2)', 1.13], ['round up(-1.121, 2)', -1.13],
    ['round down(-1.129, 2)', -1.12],
    ['round half up(-2.5, 0)', -3], ['round half up(1.005, 2)', 1.01], ['round half down(2.5, 0)', 2], ['round half down(-2.51, 0)', -3],
    ['floor(-1.5)', -2], ['floor(1.56, 1)', 1.5], ['ceiling(1.2)', 2], ['ceiling(1e-9, 8)', 1e-8], ['abs(-3)', 3], ['abs(@"-P1D")', 'P1D'],
    ['abs(@"-P1M")', 'P1M'], ['abs("a")', null],
    ['modulo(-12, 5)', 3], ['modulo(12, -5)', -3], ['modulo(1, 0)', null], ['sqrt(9)', 3], ['sqrt(-1)', null], ['log(1)', 0],
    ['log(0)', null], ['exp(0)', 1], ['exp(1000)', null],
    ['odd(3)', true], ['odd(-3)', true], ['even(3)', false], ['even(0)', true], ['not(true)', false], ['not(null)', null], ['abs([-3])', 3],
  ],
  'lists': [
    ['count([1, null])', 2], ['count(1, 2, 3)', 3], ['count(null)', null], ['min([3, 1])', 1], ['max("a", "b")', 'b'],
    ['max(@"2026-01-01", @"2026-01-02")', '2026-01-02'],
    ['min([])', null], ['min([1, "a"])', null], ['sum([1, 2])', 3], ['sum(@"P1D", @"PT12H")', 'P1DT12H'], ['sum([])', null],
    ['sum([1, "a"])', null], ['sum([1, @"P1D"])', null],
    ['mean([1, 2])', 1.5], ['mean([])', null], ['mean(@"P1D", @"P3D")', 'P2D'], ['product([2, 3])', 6], ['product([])', null],
    ['product(["a"])', null],
    ['median([3, 1, 2])', 2], ['median([1, 2, 3, 4])', 2.5], ['median([])', null], ['mode([1, 2, 2, 1, 3])', [1, 2]], ['mode([])', []],
    ['stddev([2, 4, 7, 5])', 2.0816659994661326], ['stddev([1])', null],
    ['all([true, null])', null], ['all([true, false, null])', false], ['all([])', true], ['any([false, null])', null],
    ['any([null, true])', true], ['any([])', false],
    ['list contains([1, null], null)', true], ['list contains(["a"], "b")', false], ['list contains(null, 1)', null],
    ['append([1], 2, 3)', [1, 2, 3]], ['append(1, 2)', [1, 2]],
    ['concatenate([1], 2, [3])', [1, 2, 3]], ['union([1, 2], [2, 3])', [1, 2, 3]],
    ['distinct values([1, [1], 1, null, null])', [1, [1], null]], ['flatten([1, [2, [3]]])', [1, 2, 3]],
    ['reverse([1, 2])', [2, 1]], ['index of([1, 2, 1], 1)', [1, 3]], ['sublist([1, 2, 3], 2)', [2, 3]], ['sublist([1, 2, 3], -2, 1)', [2]],
    ['sublist([1], 2)', null],
    ['sublist([1, 2], 1, 3)', null], ['sublist([1], 0)', null], ['sublist([1], 1, -1)', null],
    ['insert before([1, 3], 2, 2)', [1, 2, 3]], ['insert before([1], 0, 2)', null], ['remove([1, 2], -1)', [1]], ['remove([1], 2)', null],
    ['list replace([1, 2], 2, 5)', [1, 5]], ['list replace([1, 2], 3, 5)', null],
    ['list replace([1, 2], function(item, newItem) item < newItem, 2)', [2, 2]],
    ['list replace([1], function(item, newItem) null, 2)', null], ['list replace([1], "a", 2)', null],
    ['sort([2, 1, 2], function(x, y) x > y)', [2, 2, 1]],
  ],
  'contexts': [
    ['is defined(null)', false], ['is defined({}.a)', false], ['is defined(false)', true], ['get value({a: 1}, "a")', 1],
    ['get value({a: 1}, "b")', null], ['get value({a: {b: 1}}, ["a", "b"])', 1],
    ['get value({a: 1}, ["a", "b"])', null], ['get value({a: 1}, "toString")', null], ['get entries({a: 1})', [{ key: 'a', value: 1 }]],
    ['context([{key: "a", value: 1}])', { a: 1 }],
    ['context([{key: "a"}])', null], ['context([{key: "a", value: 1}, {key: "a", value: 2}])', null], ['context([1])', null],
    ['context put({a: 1}, "b", 2)', { a: 1, b: 2 }],
    ['context put({a: {b: 1}}, ["a", "b"], 2)', { a: { b: 2 } }], ['context put({a: 1}, ["a", "b"], 2)', null],
    ['context put({}, [], 2)', null], ['context put({}, 1, 2)', null],
    ['context merge([{a: 1}, {a: 2, b: 3}])', { a: 2, b: 3 }], ['context merge([1])', null],
  ],
  'dates, times and durations': [
    ['date("2026-11-16")', '2026-11-16'], ['date("2026-02-30")', null], ['date(2024, 2, 29)', '2024-02-29'], ['date(2025, 2, 29)', null],
    ['date(2025.5, 1, 1)', null], ['date(@"2026-11-16T10:00:00")', '2026-11-16'],
    ['date(1)', null], ['date(year: 2026, month: 1, day: 2)', '2026-01-02'], ['date("-0044-03-15")', '-0044-03-15'],
    ['date("999999999-01-01")', '999999999-01-01'], ['date("02026-01-01")', null],
    ['time("10:00:00.5+08:00")', '10:00:00.5+08:00'], ['time("10:00:00@Asia/Shanghai")', '10:00:00@Asia/Shanghai'],
    ['time("10:00:00@Mars/Base")', null], ['time("24:00:00")', null], ['time("10:00:00-01:30:15")', '10:00:00-01:30:15'],
    ['time("10:00:00+19:00")', null], ['time(10, 5, 1.5)', '10:05:01.5'], ['time(10, 0, 0, @"PT8H")', '10:00:00+08:00'],
    ['time(10, 0, 0, @"PT20H")', null], ['time(10, 0, 0, null)', '10:00:00'], ['time(25, 0, 0)', null],
    ['time(1.5, 0, 0)', null], ['time(@"2026-11-16T10:00:00")', '10:00:00'], ['time(@"2026-11-16")', '00:00:00Z'],
    ['time(@"10:00:00")', '10:00:00'], ['time(1)', null],
    ['date and time("2026-11-16T10:00:00Z")', '2026-11-16T10:00:00Z'], ['date and time("2026-11-16")', '2026-11-16T00:00:00'],
    ['date and time("2026-11-16T24:00:00")', '2026-11-17T00:00:00'], ['date and time("2026-02-30T24:00:00")', null],
    ['date and time(@"2026-11-16", @"10:00:00")', '2026-11-16T10:00:00'],
    ['date and time(@"2026-11-16T01:00:00", @"10:00:00")', '2026-11-16T10:00:00'],
    ['date and time(2026, 11, 16, 10, 0, 0, @"PT8H")', '2026-11-16T10:00:00+08:00'],
    ['date and time(2026, 11, 31, 10, 0, 0)', null], ['date and time(@"2026-11-16")', '2026-11-16T00:00:00'],
    ['date and time(@"2026-11-16T10:00:00")', '2026-11-16T10:00:00'], ['date and time(1)', null],
    ['duration("P1Y2M")', 'P1Y2M'], ['duration("-P14M")', '-P1Y2M'], ['duration("P1DT36H5M1.5S")', 'P2DT12H5M1.5S'],
    ['duration("P0D")', 'PT0S'], ['duration("P0Y")', 'P0M'], ['duration("P")', null], ['duration("P1Y1D")', null],
    ['duration("P99999999999999999D")', null], ['duration("P99999999999999999Y")', null], ['duration("x")', null], ['@"-P1D".days', -1],
    ['years and months duration(@"2011-12-22", @"2013-08-24")', 'P1Y8M'],
    ['years and months duration(@"2013-08-24", @"2011-12-22")', '-P1Y8M'],
    ['years and months duration(@"2026-01-31", @"2026-02-28T00:00:00")', 'P0M'],
    ['years and months duration(@"2026-02-28", @"2026-01-31")', 'P0M'],
    ['day of week(@"2026-11-16")', 'Monday'], ['day of week(@"1969-12-28")', 'Sunday'],
    ['month of year(@"2026-11-16T00:00:00")', 'November'], ['day of year(@"2024-12-31")', 366], ['week of year(@"2027-01-01")', 53],
    ['week of year(@"2026-12-31")', 53],
    ['is(@"10:00:00Z", @"10:00:00+00:00")', true], ['is(@"10:00:00Z", @"18:00:00+08:00")', false], ['is(1, "1")', false],
    ['is(null, null)', true], ['is(@"2026-11-16", @"2026-11-16")', true],
    ['@"2026-11-16T10:00:00+08:00".time offset', 'PT8H'], ['@"2026-11-16T10:00:00@Europe/Paris".time offset', 'PT1H'],
    ['@"2026-07-16T10:00:00@America/New_York".time offset', '-PT4H'], ['@"10:00:00@Asia/Shanghai".timezone', 'Asia/Shanghai'],
    ['@"10:00:00@UTC".time offset', 'PT0S'], ['@"10:00:00Z".timezone', null], ['@"10:00:00".time offset', null],
    ['[@"10:20:30".hour, @"10:20:30".minute, @"10:20:30".second]', [10, 20, 30]],
  ],
  'arithmetic': [
    ['"a" + "b"', 'ab'], ['"a" + 1', null], ['1 / 0', null], ['2 ** 10', 1024], ['"a" ** 2', null], ['10 ** 400', null], ['7 - 10', -3],
    ['0.1 + 0.2 = 0.3', false],
    ['@"2026-01-31" + @"P1M"', '2026-02-28'], ['@"P1M" + @"2024-01-31"', '2024-02-29'], ['@"2026-03-31" - @"P13M"', '2025-02-28'],
    ['@"2026-11-16" + @"P60D"', '2027-01-15'], ['@"2026-11-16" - @"PT1S"', '2026-11-15'],
    ['@"2026-11-16T23:59:59.5" + @"PT0.5S"', '2026-11-17T00:00:00'], ['@"2026-01-31T10:00:00Z" + @"P1M"', '2026-02-28T10:00:00Z'],
    ['@"23:00:00" + @"PT2H"', '01:00:00'], ['@"23:00:00" + @"P1M"', null], ['@"23:00:00" - @"PT24H"', '23:00:00'],
    ['@"2026-11-16" - @"2026-11-01"', 'P15D'], ['@"10:00:00" - @"09:30:00"', 'PT30M'], ['@"10:00:00" - @"09:30:00Z"', null],
    ['@"2026-11-16T10:00:00Z" - @"2026-11-16T10:00:00+08:00"', 'PT8H'], ['@"2026-11-16T10:00:00Z" - @"2026-11-16"', 'PT10H'],
    ['@"2026-11-16T10:00:00" - @"2026-11-16"', null], ['@"2026-11-16" - 1', null], ['1 - @"P1D"', null], ['@"P1Y" + @"P1M"', 'P1Y1M'],
    ['@"P1D" - @"PT1H"', 'PT23H'], ['@"P1Y" - @"P1M"', 'P11M'], ['@"P1M" - @"P1D"', null], ['@"P1M" + @"P1D"', null],
    ['@"P1D" * 1.5', 'P1DT12H'], ['2 * @"P1M"', 'P2M'], ['@"P1D" / 2', 'PT12H'], ['@"P1Y" / @"P1M"', 12], ['@"P1D" / @"PT12H"', 2],
    ['@"P1D" / @"P1M"', null], ['@"P1D" / 0', null], ['1 / @"P1D"', null], ['"a" * 2', null], ['-@"P1D"', '-P1D'],
    ['@"999999999-12-31" + @"P2M"', null], ['@"2026-01-01T00:00:00" + @"P2000000000Y"', null],
    ['@"10:00:00" < @"10:00:01"', true], ['@"10:00:00Z" = @"18:00:00+08:00"', true], ['@"10:00:00Z" = @"10:00:00"', false],
    ['@"10:00:00Z" < @"11:00:00"', null], ['@"2026-01-01T00:00:00" < @"2026-01-01T00:00:00.5"', true],
    ['@"2026-01-01T00:00:00Z" < @"2026-01-01T00:00:00"', null], ['@"P1Y" < @"P13M"', true], ['@"P1D" < @"PT25H"', true],
    ['@"P1D" < @"P1M"', null], ['@"2026-01-01" < @"2026-01-01T00:00:00"', null], ['"a" < "b"', true], ['"b" <= "a"', false],
    ['"a" >= "a"', true], ['true < false', null],
  ],
  'ranges and points': [
    ['range("[18..21)") = [18..21)', true],
    ['5 in range(" ( 1 .. 9 ] ")', true],
    ['range("[@\\"2026-01-01\\"..@\\"2026-12-31\\"]") = [@"2026-01-01"..@"2026-12-31"]', true],
    ['range("[\\"a\\"..\\"c\\"]") = ["a".."c"]', true],
    ['3 in range("(..3)")', false],
    ['range("[3..1]")', null],
    ['range("[1..\\"b\\"]")', null],
    ['range("1..2")', null],
    ['range("[..2]")', null],
    ['range("[1+1..2]")', null],
    ['before(1, 2)', true], ['before(1, [1..2])', false], ['before(1, (1..2])', true], ['before([1..2), 2)', true],
    ['after([3..4], [1..2])', true], ['before(1, "a")', null], ['before(null, 1)', null],
    ['before(< 1, >= 1)', true], ['after(> 5, 5)', true], ['meets([1..2], [2..3])', true], ['meets([1..2), [2..3])', false],
    ['met by([2..3], [1..2])', true],
    ['overlaps([1..3], [2..4])', true], ['overlaps([1..2), [2..3])', false], ['overlaps before([1..3], [2..4])', true],
    ['overlaps before([2..4], [1..3])', false], ['overlaps after([2..4], [1..3])', true],
    ['finishes(3, [1..3])', true], ['finishes([2..3], [1..3])', true], ['finished by([1..3], 3)', true], ['includes([1..3], 2)', true],
    ['includes([1..3), 3)', false], ['includes([1..4], [2..3])', true], ['includes([1..3], [1..3])', true],
    ['during(2, [1..3])', true], ['during([2..3], [1..4])', true], ['starts(1, [1..3])', true], ['starts([1..2], [1..3])', true],
    ['started by([1..3], 1)', true], ['coincides(1, 1)', true], ['coincides([1..2], [1..2])', true],
    ['coincides([1..2], [1..2))', false], ['coincides(1, [1..1])', null],
  ],
}

for (const [name, list] of Object.entries(cases)) {
  describe(name, () => {
    test.each(list)('%s is %j', (text, expected) => {
      expect(value(text)).toEqual(expected)
    })
  })
}

test('every built-in function has a case here', () => {
  const texts = Object.values(cases).flat().map(([text]) => text).join('\n')
  expect([...builtins.keys()].filter((name) => !texts.includes(`${name}(`))).toEqual([])
})
