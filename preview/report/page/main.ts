/// <reference lib="dom" />
import { loadData } from './load';
import { Report } from './report';
import { ReportModel } from './report-model';

void loadData().then((data) => new Report(new ReportModel(data)).show(document.querySelector('main')!));
