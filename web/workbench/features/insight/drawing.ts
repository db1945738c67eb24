// The charts of the dashboards: only the kinds used here, drawn as SVG in the colours of the page. Loaded when the first one is shown.
// Colours come from tokens as the browser resolves them, so that dark and elder mode are the same code.
import { BarChart, LineChart, type BarSeriesOption, type LineSeriesOption } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent, type GridComponentOption, type LegendComponentOption, type TooltipComponentOption } from 'echarts/components'
import { init, use as install, type ComposeOption, type ECharts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { cellOf, type Series, type Tint } from './chart-data.ts'

install([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

type Option = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption>

/** Of the width, for the names beside bars. */
const nameShare = 0.32

export type Drawing = { kind: 'line' | 'bars' | 'stacked'; labels: readonly string[]; series: readonly Series[]; share?: boolean }

const readColour = (element: HTMLElement, name: string): string => {
  const probe = element.appendChild(document.createElement('i'))
  probe.style.color = `var(--${name})`
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

const optionFor = (element: HTMLElement, { kind, labels, series, share }: Drawing): Option => {
  const [ink, muted, line, paper] = ['ink', 'ink-2', 'line', 'paper'].map((name) => readColour(element, name))
  const { fontFamily, fontSize } = getComputedStyle(element)
  const text = { color: ink, fontFamily, fontSize: Number.parseFloat(fontSize) }
  const colourOf = (tint: Tint) => readColour(element, tint)
  const values = { type: 'value' as const, axisLabel: { ...text, color: muted, formatter: (value: number) => cellOf(value, share) }, splitLine: { lineStyle: { color: line } }, ...(share ? { max: 1 } : {}) }
  const names = { type: 'category' as const, data: [...labels], axisLabel: { ...text, color: muted, hideOverlap: true, ...(kind === 'line' ? {} : { width: element.clientWidth * nameShare, overflow: 'truncate' as const }) }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, ...(kind === 'line' ? {} : { inverse: true }) }
  return {
    animation: false, textStyle: text,
    grid: { left: 0, right: 16, top: 40, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { top: 0, left: 0, itemGap: 24, textStyle: text, icon: 'roundRect' },
    tooltip: { trigger: 'axis', confine: true, backgroundColor: paper, borderColor: line, textStyle: text, valueFormatter: (value) => (typeof value === 'number' ? cellOf(value, share) : '') },
    xAxis: kind === 'line' ? names : values, yAxis: kind === 'line' ? values : names,
    series: series.map(({ name, data, tint }) => {
      const shared = { name, data: [...data], itemStyle: { color: colourOf(tint) } }
      if (kind === 'line') return { ...shared, type: 'line' as const, symbolSize: 6, lineStyle: { color: colourOf(tint), width: 2 } }
      return { ...shared, type: 'bar' as const, barMaxWidth: 24, ...(kind === 'stacked' ? { stack: 'all' } : {}) }
    }),
  }
}

/** Draws into the element, and again when its size, the theme or the size of letters changes. Returns what ends it. */
export function draw(element: HTMLElement, drawing: Drawing): () => void {
  const chart: ECharts = init(element, null, { renderer: 'svg' })
  const paint = () => chart.setOption(optionFor(element, drawing), { notMerge: true })
  paint()
  const sizes = new ResizeObserver(() => chart.resize())
  sizes.observe(element)
  const modes = new MutationObserver(paint)
  modes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-mode', 'lang'] })
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', paint)
  return () => {
    sizes.disconnect()
    modes.disconnect()
    dark.removeEventListener('change', paint)
    chart.dispose()
  }
}
