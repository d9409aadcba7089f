// What the page uses of Apache ECharts; the whole is twice as large.
import { BarChart, HeatmapChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TitleComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, HeatmapChart, LineChart, PieChart, AriaComponent, GridComponent, TitleComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);

export { init } from 'echarts/core';
