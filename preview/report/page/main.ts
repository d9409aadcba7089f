/// <reference lib="dom" />
import { PageData } from '../page-data';
import { BarPicture } from './bar';
import { Chart } from './chart';
import { copyButtons } from './copy';
import { pie } from './pie';
import { openingGroups } from './pivot';

const { charts } = JSON.parse(document.getElementById('data')!.textContent) as PageData;
for (const data of charts) {
  const { visual } = data;
  const chart = new Chart(data.id);
  if (visual.kind === 'pie') chart.draw((theme) => pie(data, visual, theme));
  if (visual.kind === 'bar') new BarPicture(data, visual, chart).start();
}
openingGroups();
copyButtons();
