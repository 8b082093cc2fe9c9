// The mean Brier score of each year with its interval, and of the whole record up to then.

const INTERVAL = '95 % interval';
const YEAR = 'due in that year, larger for more forecasts';
const RECORD = 'whole record up to then';
const WHISKER = 'path://M4,0H10V1H7.5V11H10V12H4V11H6.5V1H4Z';

const score = value => value.toFixed(3);

/** Intervals as whiskers: what is long is unsure. */
function whiskers(years, colours) {
  return {
    name: INTERVAL, type: 'custom', silent: true, z: 2, itemStyle: { color: colours.second, decal: { symbol: 'none' } },
    data: years.map((year, at) => [at, year.low, year.high]).filter(([, low]) => low !== null),
    encode: { x: 0, y: [1, 2] },
    renderItem: (params, api) => {
      const [x, low] = api.coord([api.value(0), api.value(1)]);
      const [, high] = api.coord([api.value(0), api.value(2)]);
      const style = { stroke: colours.second, lineWidth: 1.6, fill: 'none' };
      return { type: 'group', children: [[x, low, x, high], [x - 5, low, x + 5, low], [x - 5, high, x + 5, high]]
        .map(([x1, y1, x2, y2]) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style })) };
    }
  };
}

export function overTime(rows, colours) {
  const years = rows.filter(year => year.brier !== null);
  const most = Math.max(...years.map(year => year.n));
  const top = Math.max(0.5, ...years.map(year => Math.min(1, year.high ?? year.brier)));
  const label = { color: colours.quiet, fontSize: 13 };
  return {
    legend: { top: 0, left: 0, itemGap: 16, selectedMode: false, textStyle: { color: colours.ink, fontSize: 14 },
      data: [{ name: YEAR, icon: 'circle' }, { name: INTERVAL, icon: WHISKER }, RECORD] },
    grid: { left: 46, right: 14, top: 64, bottom: 30 },
    xAxis: { type: 'category', data: years.map(year => String(year.year)), axisLabel: label, axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.quiet } } },
    yAxis: { type: 'value', min: 0, max: Math.ceil(top * 10) / 10, interval: 0.1, axisLabel: { ...label, formatter: value => value.toFixed(1) },
      splitLine: { lineStyle: { color: colours.line } }, name: 'Brier score, lower is better', nameTextStyle: { ...label, color: colours.ink, align: 'left' } },
    series: [
      whiskers(years, colours),
      { name: YEAR, type: 'scatter', symbol: 'circle', z: 3, itemStyle: { color: colours.second },
        symbolSize: (value, { dataIndex }) => 8 + 12 * Math.sqrt(years[dataIndex].n / most),
        data: years.map(year => year.brier),
        markLine: { silent: true, symbol: 'none', lineStyle: { color: colours.quiet, type: [5, 4] },
          label: { formatter: 'coin', position: 'insideEndTop', color: colours.quiet, fontSize: 13 }, data: [{ yAxis: 0.25 }] },
        tooltip: { formatter: ({ dataIndex }) => {
          const year = years[dataIndex];
          return `Due in ${year.year}: ${score(year.brier)} over ${year.n}` + (year.low === null ? '' : `, ${score(year.low)} to ${score(year.high)}`);
        } } },
      { name: RECORD, type: 'line', symbol: 'diamond', symbolSize: 8, z: 3,
        lineStyle: { color: colours.fill, width: 2.5, type: 'dashed' }, itemStyle: { color: colours.fill },
        data: years.map(year => year.running),
        tooltip: { formatter: ({ dataIndex }) => `Up to ${years[dataIndex].year}: ${score(years[dataIndex].running)}` } }
    ]
  };
}
