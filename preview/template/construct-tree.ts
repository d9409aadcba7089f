import { existsSync } from 'fs';
import { basename, join } from 'path';
import { readJsonObject } from './read-json';
import { Resource } from './resource';

interface TreeNode {
  readonly path: string;
  readonly attributes?: { readonly 'aws:cdk:cloudformation:type'?: string; readonly 'aws:cdk:cloudformation:props'?: any };
  readonly children?: Record<string, TreeNode>;
}

/** The path of the innermost construct that contains the delivery stream, the function and the table of a pipeline. */
export function constructPath(stream: Resource): string {
  const { folder } = stream.stack;
  // The stacks of a cdk.Stage are in a subfolder of the folder with the tree.
  const treeFile = ['.', '..', '../..'].map((above) => join(folder, above, 'tree.json')).find((file) => existsSync(file));
  if (treeFile) {
    const { tree } = readJsonObject<{ readonly tree: TreeNode }>(treeFile, 'construct tree');
    const stage = /^assembly-(.+)$/.exec(basename(folder))?.[1] ?? '';
    const isStream = ({ path, attributes }: TreeNode) => attributes?.['aws:cdk:cloudformation:props']?.deliveryStreamName === stream.physicalId
      && path.replaceAll('/', '-').startsWith(stage);
    const construct = ancestors(tree, isStream).reverse().find((node) => holds(node, 'AWS::Lambda::Function') && holds(node, 'AWS::Glue::Table'));
    if (construct) return construct.path;
  }
  return `${stream.stack.name}/${stream.logicalId}`;
}

/** The nodes from the root to the stream; none if the tree does not contain it. */
function ancestors(node: TreeNode, isStream: (node: TreeNode) => boolean): TreeNode[] {
  if (isStream(node)) return [node];
  for (const child of Object.values(node.children ?? {})) {
    const path = ancestors(child, isStream);
    if (path.length > 0) return [node, ...path];
  }
  return [];
}

function holds(node: TreeNode, type: string): boolean {
  return node.attributes?.['aws:cdk:cloudformation:type'] === type || Object.values(node.children ?? {}).some((child) => holds(child, type));
}
