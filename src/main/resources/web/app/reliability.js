// A reliability diagram: what was said to the right, how often it came true upwards; below, how often each was said.

const BAND = 'where 9 in 10 calibrated authors would be';
const EVENED = 'evened out, so that it never falls';
const COUNTED = 'as counted, larger for more forecasts';

const percent = share => Math.round(share * 1000) / 10 + ' %';

/** The band as one shape, along its upper edge and back along its lower. */
function band(levels, colours) {
  const known = levels.filter(level => level.low !== null && level.high !== null);
  return {
    name: BAND, type: 'custom', silent: true, z: 1,
    itemStyle: { color: colours.fill, opacity: 0.25, decal: { symbol: 'none' } },
    data: known.length > 1 ? [0] : [],
    renderItem: (params, api) => ({
      type: 'polygon',
      shape: { points: [...known.map(level => api.coord([level.p * 100, level.high * 100])),
        ...known.slice().reverse().map(level => api.coord([level.p * 100, level.low * 100]))] },
      style: { fill: colours.fill, opacity: 0.16 }
    })
  };
}

/** Legend, a square, and the histogram below it. */
export const heightOf = width => width + 138;

export function reliability(levels, colours, size) {
  const most = Math.max(...levels.map(level => level.n));
  const narrow = size.width < 420;
  const left = 50;
  const right = 14;
  const side = size.width - left - right;
  const top = 92;
  const label = { color: colours.quiet, fontSize: 13 };
  const axis = { type: 'value', min: 0, max: 100, interval: narrow ? 25 : 20, axisLabel: { ...label, formatter: '{value} %' },
    axisLine: { show: true, lineStyle: { color: colours.quiet } }, axisTick: { show: true, lineStyle: { color: colours.quiet } },
    splitLine: { lineStyle: { color: colours.line } }, nameTextStyle: { ...label, color: colours.ink } };
  return {
    legend: { top: 0, left: 0, itemGap: 7, itemWidth: 26, itemHeight: 12, orient: 'vertical', selectedMode: false,
      textStyle: { color: colours.ink, fontSize: 14 }, data: [{ name: COUNTED, icon: 'circle' }, EVENED, { name: BAND, icon: 'rect' }] },
    grid: [{ left, right, top, height: side }, { left, right, top: top + side + 50, height: 46 }],
    xAxis: [{ ...axis, gridIndex: 0, name: 'probability given', nameLocation: 'middle', nameGap: 30 },
      { ...axis, gridIndex: 1, containShape: false, axisLabel: { show: false }, splitLine: { show: false } }],
    yAxis: [{ ...axis, gridIndex: 0, name: 'came true', nameLocation: 'end', nameGap: 8, nameTextStyle: { ...label, color: colours.ink, align: 'right' } },
      { type: 'value', gridIndex: 1, minInterval: 1, splitNumber: 2, axisLabel: label, splitLine: { lineStyle: { color: colours.line } },
        name: 'forecasts', nameLocation: 'end', nameGap: 6, nameTextStyle: { ...label, color: colours.ink, align: 'right' } }],
    series: [
      band(levels, colours),
      { name: 'diagonal', type: 'line', silent: true, symbol: 'none', data: [[0, 0], [100, 100]], z: 2,
        lineStyle: { color: colours.quiet, width: 1.2, type: [5, 4] }, tooltip: { show: false } },
      { name: EVENED, type: 'line', step: 'middle', symbol: 'none', z: 3,
        lineStyle: { color: colours.fill, width: 3 }, itemStyle: { color: colours.fill },
        data: levels.map(level => [level.p * 100, level.recalibrated * 100]) },
      { name: COUNTED, type: 'scatter', symbol: 'circle', z: 4,
        symbolSize: (value, { dataIndex }) => 6 + 22 * Math.sqrt(levels[dataIndex].n / most),
        itemStyle: { color: colours.second, opacity: 0.78, borderColor: colours.paper, borderWidth: 1 },
        data: levels.map(level => [level.p * 100, level.hits / level.n * 100]),
        tooltip: { formatter: ({ dataIndex }) => {
          const level = levels[dataIndex];
          return `Said ${percent(level.p)}: ${level.hits} of ${level.n} came true (${percent(level.hits / level.n)})`;
        } } },
      { name: 'how many', type: 'bar', xAxisIndex: 1, yAxisIndex: 1, barWidth: Math.max(2, Math.min(10, side / 45)),
        itemStyle: { color: colours.fill }, data: levels.map(level => [level.p * 100, level.n]),
        tooltip: { formatter: ({ dataIndex }) => `Said ${percent(levels[dataIndex].p)}: ${levels[dataIndex].n}` } }
    ]
  };
}
