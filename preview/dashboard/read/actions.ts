import { Action } from '../definition';
import { Properties } from './properties';

export function actions(properties: Properties): Action[] {
  return properties.list('Actions', (action) => {
    action.text('CustomActionId');
    const operations = action.list('ActionOperations', (operation) => operation.oneOf<Partial<Action>>({
      NavigationOperation: (navigation) => ({
        targetSheet: navigation.object('LocalNavigationConfiguration', (local) => local.text('TargetSheetId')),
      }),
      SetParametersOperation: (set) => ({ parameters: set.list('ParameterValueConfigurations', parameterValue) }),
    }));
    const enabled = action.optionalChoice('Status', ['ENABLED', 'DISABLED']) !== 'DISABLED';
    const read: Action = {
      name: action.text('Name'),
      trigger: action.choice('Trigger', ['DATA_POINT_CLICK', 'DATA_POINT_MENU']),
      parameters: operations.flatMap(({ parameters = [] }) => parameters),
      targetSheet: operations.find(({ targetSheet }) => targetSheet !== undefined)?.targetSheet,
      path: action.path,
    };
    return { enabled, read };
  }).filter(({ enabled }) => enabled).map(({ read }) => read);
}

function parameterValue(properties: Properties): { readonly name: string; readonly fieldId?: string } {
  const fieldId = properties.object('Value', (value) => {
    value.optionalChoice('SelectAllValueOptions', ['ALL_VALUES']);
    value.optionalText('SourceParameterName');
    return value.optionalText('SourceField');
  });
  return { name: properties.text('DestinationParameterName'), fieldId };
}
