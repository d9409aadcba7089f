/// <reference lib="dom" />
import { Dashboard } from './dashboard';
import { loadData } from '../../report/page/load';
import { DashboardData } from '../dashboard-data';

void loadData<DashboardData>().then((data) => new Dashboard(data).show(document.querySelector('main')!));
