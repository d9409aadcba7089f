import { reportNames } from '../../../preview/report/report-names';

test('the chosen pipeline has report.html, and the others the paths of their constructs', () => {
  expect(reportNames(['Shop/Usage', 'Live/Billing/Usage'], 0)).toEqual(['report.html', 'report-Live-Billing-Usage.html']);
});

test('paths that would give one name, also where a file system ignores case, give two', () => {
  expect(reportNames(['A/B-C', 'A-B/C', 'a/b/c', 'D'], 3)).toEqual(['report-A-B-C.html', 'report-A-B-C-2.html', 'report-a-b-c-3.html', 'report.html']);
});

test('a name is one of a file on every system', () => {
  const [name] = reportNames([`Shop/${'x'.repeat(300)}/a:b\\c?`, 'D'], 1);
  expect(name).toMatch(/^report-x+-a-b-c-\.html$/);
  expect(name.length).toBeLessThan(255);
});
