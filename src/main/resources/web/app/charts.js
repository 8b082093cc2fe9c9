import { use, init } from 'echarts/core';
import { ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
use([ScatterChart, GridComponent, SVGRenderer]);
window.x = init;
