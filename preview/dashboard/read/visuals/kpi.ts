import { Comparison, Visual } from '../../definition';
import { measure } from '../fields';
import { percentage, plainNumber } from '../formats';
import { Properties } from '../properties';
import { visual } from './common';

export function kpi(properties: Properties): Visual {
  properties.notDrawn('ConditionalFormatting');
  return visual(properties, properties.object('ChartConfiguration', (chart) => {
    const wells = chart.object('FieldWells', (all) => ({ values: [all.one('Values', measure)], targets: all.atMostOne('TargetValues', measure) }));
    const comparison = chart.optionalObject('KPIOptions', (options) => {
      options.notDrawn('ProgressBar', 'TrendArrows', 'SecondaryValue', 'PrimaryValueFontConfiguration', 'SecondaryValueFontConfiguration', 'Sparkline', 'VisualLayoutOptions');
      options.optionalChoice('PrimaryValueDisplayType', ['ACTUAL', 'HIDDEN', 'COMPARISON']);
      return options.optionalObject('Comparison', comparisonOf);
    });
    return { kind: 'kpi', values: [...wells.values, ...wells.targets], targets: wells.targets.length, comparison };
  }));
}

function comparisonOf(properties: Properties): Comparison {
  return {
    method: properties.optionalChoice('ComparisonMethod', ['DIFFERENCE', 'PERCENT_DIFFERENCE', 'PERCENT']) ?? 'PERCENT_DIFFERENCE',
    format: properties.optionalObject('ComparisonFormat', (format) => format.oneOf({
      NumberDisplayFormatConfiguration: plainNumber, PercentageDisplayFormatConfiguration: percentage,
    })),
  };
}
