// Draws a chart above each table that asks for one, out of the figures in the table itself: the two cannot differ,
// and without scripts the table is all there.
import { init, use } from 'echarts/core';
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { heightOf, reliability } from './reliability';
import { overTime } from './over-time';

use([BarChart, CustomChart, LineChart, ScatterChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent,
  TooltipComponent, SVGRenderer]);

const KINDS = { reliability, 'over-time': overTime };
const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** The rows of a table as objects of numbers; a figure that is missing is null. */
function rows(table) {
  return [...table.tBodies[0].rows].map(row => Object.fromEntries(
    Object.entries(row.dataset).map(([name, text]) => [name, text === '' ? null : Number(text)])));
}

/** The page's colours and fonts, which differ between light and dark. */
function look(element) {
  const style = getComputedStyle(element);
  const named = name => style.getPropertyValue('--' + name).trim();
  return { ink: named('ink'), quiet: named('quiet'), line: named('line'), fill: named('fill'), second: named('second'),
    paper: named('paper'), font: style.fontFamily };
}

function common(colours, description) {
  return {
    animation: !still.matches,
    animationDuration: 300,
    textStyle: { fontFamily: colours.font, color: colours.ink },
    aria: { enabled: true, label: { description }, decal: { show: true } },
    // As part of the drawing: the content policy allows no markup with styles of its own
    tooltip: { renderMode: 'richText', backgroundColor: colours.paper, borderColor: colours.quiet, borderWidth: 1, padding: [6, 9],
      textStyle: { color: colours.ink, fontFamily: colours.font, fontSize: 14 } }
  };
}

function draw(place) {
  const table = place.parentElement.querySelector('table');
  const fit = () => {
    if (place.dataset.chart === 'reliability') {
      place.style.height = heightOf(place.clientWidth) + 'px';
    }
  };
  fit();
  const chart = init(place, null, { renderer: 'svg' });
  const paint = () => {
    const colours = look(place);
    const size = { width: place.clientWidth, height: place.clientHeight };
    chart.setOption({ ...common(colours, place.dataset.description), ...KINDS[place.dataset.chart](rows(table), colours, size) }, true);
  };
  paint();
  dark.addEventListener('change', paint);
  new ResizeObserver(() => {
    fit();
    chart.resize();
    paint();
  }).observe(place);
}

document.querySelectorAll('[data-chart]').forEach(draw);
