import { join } from 'path';
import { Page } from 'playwright-core';
import { by, calculated, day, definitionOf, percent, sheet, sum, text, visual, withDashboard } from './hand-made-dashboard';
import { previewed } from '../previewing';
import { describeInBrowser } from '../report/browser';
import { edited } from '../template-edits';

const count = { FormatConfiguration: { NumberDisplayFormatConfiguration: { DecimalPlacesConfiguration: { DecimalPlaces: 0 } } } };
const control = (ParameterControlId: string, SourceParameterName: string, more: object) =>
  ({ ParameterControlId, Title: SourceParameterName, SourceParameterName, ...more });

const overview = sheet('overview', [
  visual('KPIVisual', 'requests', {
    FieldWells: { Values: [calculated('this_month', count)], TargetValues: [calculated('last_month', count)] },
    KPIOptions: { Comparison: { ComparisonMethod: 'PERCENT_DIFFERENCE' } },
  }, { Subtitle: { FormatText: { RichText: '<visual-subtitle>Month <b>to date</b> &amp; more</visual-subtitle>' } } }),
  visual('PieChartVisual', 'plans', {
    FieldWells: { PieChartAggregatedFieldWells: { Category: [text('plan')], Values: [sum('requests')] } },
    SortConfiguration: { CategorySort: by('requests') },
  }),
  visual('BarChartVisual', 'customers', {
    FieldWells: { BarChartAggregatedFieldWells: { Category: [text('customer')], Values: [sum('requests')], Colors: [text('status')] } },
    SortConfiguration: { CategorySort: by('requests'), CategoryItemsLimit: { ItemsLimit: 2, OtherCategories: 'INCLUDE' }, ColorSort: by('status', 'ASC') },
    BarsArrangement: 'STACKED',
  }, {
    Actions: [{
      CustomActionId: 'drill',
      Name: 'Details of this customer',
      Trigger: 'DATA_POINT_MENU',
      ActionOperations: [
        { NavigationOperation: { LocalNavigationConfiguration: { TargetSheetId: 'details' } } },
        { SetParametersOperation: { ParameterValueConfigurations: [{ DestinationParameterName: 'Customer', Value: { SourceField: 'customer' } }] } },
      ],
    }],
  }),
  visual('BarChartVisual', 'top', {
    FieldWells: { BarChartAggregatedFieldWells: { Category: [text('customer')], Values: [sum('requests'), calculated('error_rate', percent)] } },
    SortConfiguration: { CategorySort: by('requests'), CategoryItemsLimit: { ItemsLimit: 1, OtherCategories: 'EXCLUDE' } },
    Orientation: 'VERTICAL',
  }),
  visual('LineChartVisual', 'days', { FieldWells: { LineChartAggregatedFieldWells: { Category: [day()], Values: [sum('requests')] } } }),
], {
  Title: 'The overview',
  TextBoxes: [{ SheetTextBoxId: 'text', Content: '<text-box>Days are <i>UTC</i>.</text-box>' }],
  ParameterControls: [
    { DateTimePicker: control('from', 'From', {}) },
    { Dropdown: control('customer', 'Customer', { Type: 'MULTI_SELECT', SelectableValues: { LinkToDataSetColumn: { DataSetIdentifier: 'facts', ColumnName: 'customer' } } }) },
  ],
});
overview.Layouts[0].Configuration.GridLayout.Elements.push({ ElementId: 'text', ElementType: 'TEXT_BOX', ColumnIndex: 18, ColumnSpan: 9, RowIndex: 60, RowSpan: 2 });

const details = sheet('details', [
  visual('PivotTableVisual', 'pivot', {
    FieldWells: { PivotTableAggregatedFieldWells: { Rows: [text('plan'), text('customer')], Columns: [text('status')], Values: [sum('requests')] } },
    SortConfiguration: { FieldSortOptions: ['plan', 'customer'].map((FieldId) => ({ FieldId, SortBy: { Field: { FieldId: 'requests', Direction: 'DESC' } } })) },
    TotalOptions: { RowTotalOptions: { TotalsVisibility: 'VISIBLE' }, ColumnTotalOptions: { TotalsVisibility: 'VISIBLE' } },
  }),
  visual('TableVisual', 'table', {
    FieldWells: { TableAggregatedFieldWells: { GroupBy: [text('customer')], Values: [sum('requests'), calculated('share', percent), calculated('error_rate', percent)] } },
    SortConfiguration: { RowSort: by('requests') },
    FieldOptions: { SelectedFieldOptions: [{ FieldId: 'customer', CustomLabel: 'Who' }] },
  }),
  visual('TableVisual', 'rows', {
    FieldWells: {
      TableUnaggregatedFieldWells: {
        Values: ['day', 'customer', 'latency'].map((ColumnName) => ({
          FieldId: ColumnName,
          Column: { DataSetIdentifier: 'facts', ColumnName },
          FormatConfiguration: ColumnName === 'day' ? { DateTimeFormatConfiguration: { DateTimeFormat: 'YYYY-MM-DD' } } : undefined,
        })),
      },
    },
    SortConfiguration: { RowSort: by('latency') },
  }),
  visual('HeatMapVisual', 'heat', { FieldWells: { HeatMapAggregatedFieldWells: { Rows: [text('plan')], Columns: [day('MONTH')], Values: [sum('requests')] } } }),
]);

let file: string;
beforeAll(async () => {
  const { preview, out } = await previewed(withDashboard(definitionOf([overview, details])), [{}], 'SELECT 1');
  expect(preview.problems).toEqual([]);
  file = join(out, 'dashboard.html');
  expect(preview.dashboards).toEqual([file]);
});

const label = async (page: Page, id: string) => page.locator(`#chart-${id} svg`).locator('..').locator('..').getAttribute('aria-label');
const rowsOf = async (page: Page, id: string) => page.locator(`#visual-${id} table`).evaluate((table: HTMLTableElement) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent)));

describeInBrowser('the page of a dashboard', (open) => {
  test('numbers of the default period: a KPI with its comparison, and charts', async () => {
    const { page, complaints } = await open(file);
    expect(await page.locator('#visual-requests').allInnerTexts()).toEqual([expect.stringMatching(/^requests\s+Month to date & more\s+21\s+▲ 162.5% from 8$/)]);
    expect(await rowsOf(page, 'plans')).toEqual([['plan', 'requests', 'Share'], ['Gold', '17', '81.0%'], ['Free', '4', '19.0%']]);
    expect(await label(page, 'plans')).toBe('plans, as a ring: Gold 17 (81.0%), Free 4 (19.0%).');
    expect(await label(page, 'customers')).toBe('customers, as bars. Acme: 200 10, 500 2; Initech: 200 5; Other: 200 3, 429 1.');
    expect(await label(page, 'top')).toMatch(/^top, as bars\. Acme: requests 12, error_rate 16\.7%\.$/);
    expect(await label(page, 'days')).toBe('days, as lines. May 1, 2026: 12; May 3, 2026: 8; May 17, 2026: 1.');
    expect(complaints).toEqual([]);
  });

  test('elements are at their places, and texts are text', async () => {
    const { page } = await open(file);
    const places = await page.locator('.grid > *').evaluateAll((all) => all.map((each) => (each as HTMLElement).style.gridArea));
    expect(places[0]).toBe('1 / 1 / span 10 / span 36');
    expect(places[5]).toBe('61 / 19 / span 2 / span 9');
    expect(await page.locator('.text-box').innerText()).toBe('Days are UTC.');
    expect(await page.locator('.dashboard h2').innerText()).toBe('The overview');
    // Its requests come from a file.
    expect(await page.locator('header').innerText()).not.toContain('generated');
  });

  test('controls show their defaults and their values, and that they do not act here', async () => {
    const { page } = await open(file);
    const form = page.getByRole('form', { name: 'Controls' });
    expect(await form.getByLabel('From').inputValue()).toBe('2026-05-01');
    expect(await form.getByLabel('Customer').locator('option').allInnerTexts()).toEqual(['All', 'Acme', 'Initech', 'Umbrella']);
    expect(await form.getByLabel('From').isDisabled()).toBe(true);
    expect(await page.locator('.scope').first().innerText()).toBe('The numbers are those for the values in the controls. To see others, run the preview with --parameter. In QuickSight, the controls change them.');
  });

  test('pivot and tables: every cell, totals and order', async () => {
    const { page, complaints } = await open(file);
    await page.getByRole('link', { name: 'details', exact: true }).click();
    expect(await rowsOf(page, 'pivot')).toEqual([
      ['plan', 'customer', '200', '429', '500', 'Total'],
      ['Gold', 'Acme', '10', '', '2', '12'],
      ['', 'Initech', '5', '', '', '5'],
      ['Free', 'Umbrella', '3', '', '', '3'],
      ['', 'null', '', '1', '', '1'],
      ['Total', '', '18', '1', '2', '21'],
    ]);
    expect(await rowsOf(page, 'table')).toEqual([
      ['Who', 'requests', 'share', 'error_rate'], ['Acme', '12', '57.1%', '16.7%'], ['Initech', '5', '23.8%', 'null'], ['Umbrella', '3', '14.3%', 'null'], ['null', '1', '4.8%', '100.0%'],
    ]);
    expect(await rowsOf(page, 'rows')).toEqual([
      ['day', 'customer', 'latency'], ['2026-05-01', 'Acme', '900'], ['2026-05-01', 'Acme', '100'], ['2026-05-03', 'Initech', '50'], ['2026-05-17', 'null', '20'], ['2026-05-03', 'Umbrella', 'null'],
    ]);
    expect(await label(page, 'heat')).toBe('heat, as cells. Free: May 2026 4; Gold: May 2026 17.');
    expect(complaints).toEqual([]);
  });

  test('a long table says how many rows it leaves out, and a pivot table leaves out none', async () => {
    const long = edited(withDashboard(definitionOf([overview, details])), 'AWS::QuickSight::DataSet', (properties) => {
      properties!.PhysicalTableMap.facts.CustomSql.SqlQuery = `SELECT day, concat(customer, CAST(n AS varchar)) AS customer, plan, status, requests, latency
        FROM "usage"."facts" CROSS JOIN (SELECT unnest(sequence(1, 300)) AS n) AS numbers`;
    });
    const { out } = await previewed(long, [{}], 'SELECT 1');
    const { page } = await open(join(out, 'dashboard.html'));
    await page.getByRole('link', { name: 'details', exact: true }).click();
    expect(await page.locator('#visual-table .scope').innerText()).toBe('The page has the first 500 of 901 rows.');
    expect(await page.locator('#visual-table tbody tr').count()).toBe(500);
    expect(await page.locator('#visual-pivot tbody tr').count()).toBe(901);
    expect((await rowsOf(page, 'pivot'))[902].at(-1)).toBe('6,300');
  });

  test('other values of the parameters give other numbers', async () => {
    const { preview, out } = await previewed(withDashboard(definitionOf([overview, details])), [{}], 'SELECT 1', { parameters: ['From=2026-04-01', 'Customer=Acme', 'Customer=Initech'] });
    expect(preview.problems).toEqual([]);
    const { page } = await open(join(out, 'dashboard.html'));
    const form = page.getByRole('form', { name: 'Controls' });
    expect(await form.getByLabel('From').inputValue()).toBe('2026-04-01');
    expect(await form.getByLabel('Customer').inputValue()).toBe('Acme, Initech');
    expect(await rowsOf(page, 'plans')).toEqual([['plan', 'requests', 'Share'], ['Gold', '25', '96.2%'], ['Free', '1', '3.8%']]);
    expect(await label(page, 'days')).toBe('days, as lines. Apr 10, 2026: 8; May 1, 2026: 12; May 3, 2026: 5; May 17, 2026: 1.');
  });

  test('the menu of a visual opens its sheet', async () => {
    const { page } = await open(file);
    await page.getByRole('link', { name: 'Details of this customer' }).click();
    await page.locator('nav a[aria-current]', { hasText: 'details' }).waitFor();
    expect(await page.locator('#visual-pivot').isVisible()).toBe(true);
  });

  test('a series can be hidden', async () => {
    const { page } = await open(file);
    await page.locator('#visual-customers').getByRole('button', { name: '200' }).click();
    expect(await label(page, 'customers')).toBe('customers, as bars. Acme: 500 2; Initech: none; Other: 429 1.');
  });

  test.each([['a phone', 360, 'light'], ['a desk, dark', 1400, 'dark']] as const)('on %s nothing sticks out', async (_where, width, colorScheme) => {
    const { page, complaints } = await open(file, { viewport: { width, height: 800 }, colorScheme });
    for (const id of ['overview', 'details']) {
      await page.locator(`nav a[href="#${id}"]`).click();
      await page.locator('nav a[aria-current]', { hasText: id }).waitFor();
      expect([id, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([id, width]);
    }
    expect(complaints).toEqual([]);
  });
});
