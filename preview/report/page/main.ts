/// <reference lib="dom" />
import { loadData } from './load';
import { Report } from './report';
import { ReportModel } from './report-model';
import { ReportData } from '../report-data';

void loadData<ReportData>().then((data) => new Report(new ReportModel(data)).show(document.querySelector('main')!));
