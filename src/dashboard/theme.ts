import * as quicksight from 'aws-cdk-lib/aws-quicksight';

/** Colours that people with colour blindness can tell apart, and that have enough contrast on white. */
const SERIES = ['#2563C9', '#B45F06', '#0C8276', '#C02A6B', '#7C4BC4', '#4B7A1D', '#8A5A3C', '#3D6F8E', '#A3341F', '#5B5FC7'];

/** The colours of the report, for QuickSight. */
export const THEME_CONFIGURATION: quicksight.CfnTheme.ThemeConfigurationProperty = {
  dataColorPalette: { colors: SERIES, minMaxGradient: ['#EDF2FB', '#2563C9'], emptyFillColor: '#DFE4EA' },
  uiColorPalette: {
    primaryForeground: '#16202C',
    primaryBackground: '#FFFFFF',
    secondaryForeground: '#55616F',
    secondaryBackground: '#F6F7F9',
    accent: '#1F5FD0',
    accentForeground: '#FFFFFF',
    danger: '#B3261E',
    dangerForeground: '#FFFFFF',
    warning: '#8A5A00',
    warningForeground: '#FFFFFF',
    success: '#0B7A4B',
    successForeground: '#FFFFFF',
    dimension: '#1F5FD0',
    dimensionForeground: '#FFFFFF',
    measure: '#0B7A4B',
    measureForeground: '#FFFFFF',
  },
  sheet: {
    tile: { border: { show: true } },
    tileLayout: { gutter: { show: true }, margin: { show: true } },
  },
};
