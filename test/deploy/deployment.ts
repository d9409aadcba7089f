import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import {
  CloudFormationClient, CreateStackCommand, DeleteStackCommand, DescribeStackResourcesCommand, DescribeStacksCommand,
  UpdateStackCommand, waitUntilStackCreateComplete, waitUntilStackDeleteComplete, waitUntilStackUpdateComplete,
} from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { App } from 'aws-cdk-lib';
import { deployable, Template } from './deployable';
import { Resource } from '../support/template';

const ACCOUNT = '000000000000';
const ASSETS = `cdk-hnb659fds-assets-${ACCOUNT}-us-east-1`;
const STACK = 'OrdersApi';
const WAITER = { maxWaitTime: 120, minDelay: 1, maxDelay: 1 };

/** What `cdk bootstrap` makes, as far as a deployment needs it. */
export async function bootstrap(s3: S3Client): Promise<void> {
  await s3.send(new CreateBucketCommand({ Bucket: ASSETS }));
  await new SSMClient().send(new PutParameterCommand({ Name: '/cdk-bootstrap/hnb659fds/version', Type: 'String', Value: '21' }));
}

interface StackInput {
  readonly StackName: string;
  readonly TemplateURL: string;
  readonly Capabilities: ['CAPABILITY_IAM'];
}

/** An app's stack `OrdersApi`, made by CloudFormation. */
export class Deployment {
  public static async of(app: App, s3: S3Client): Promise<Deployment> {
    return Deployment.deploy(app, s3, async (client, stack) => {
      await client.send(new CreateStackCommand(stack));
      await waitUntilStackCreateComplete({ client, ...WAITER }, stack);
    });
  }

  private static async deploy(app: App, s3: S3Client, send: (client: CloudFormationClient, stack: StackInput) => Promise<void>): Promise<Deployment> {
    const assembly = app.synth();
    const { template, leftOut } = deployable(assembly.getStackByName(STACK).template as Template);
    await uploadAssets(s3, assembly.directory);
    const key = `${STACK}.template.json`;
    await s3.send(new PutObjectCommand({ Bucket: ASSETS, Key: key, Body: JSON.stringify(template) }));
    const client = new CloudFormationClient();
    await send(client, { StackName: STACK, TemplateURL: `${process.env.AWS_ENDPOINT_URL}/${ASSETS}/${key}`, Capabilities: ['CAPABILITY_IAM'] });
    rmSync(assembly.directory, { recursive: true });
    const { StackResources } = await client.send(new DescribeStackResourcesCommand({ StackName: STACK }));
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: STACK }));
    return new Deployment(
      client,
      template,
      leftOut,
      new Map(StackResources!.map(({ LogicalResourceId, PhysicalResourceId }) => [LogicalResourceId!, PhysicalResourceId!])),
      new Map(Stacks![0].Outputs!.map(({ OutputKey, OutputValue }) => [OutputKey!, OutputValue!])),
    );
  }

  private constructor(
    private readonly client: CloudFormationClient,
    private readonly template: Template,
    /** The types of what was not made. */
    readonly leftOut: readonly string[],
    private readonly physicalIds: ReadonlyMap<string, string>,
    private readonly outputs: ReadonlyMap<string, string>,
  ) {}

  /** The physical id of the resource with this logical id; here and for outputs CDK's hash at the end is left away. */
  public id(logicalId: string): string {
    return theOne(this.physicalIds, logicalId);
  }

  /** What the template says of it. */
  public properties(logicalId: string): Resource['Properties'] {
    return theOne(new Map(Object.entries(this.template.Resources)), logicalId).Properties;
  }

  public output(name: string): string {
    return theOne(this.outputs, name);
  }

  /** Updates the stack to what the app is now. */
  public async update(app: App, s3: S3Client): Promise<Deployment> {
    return Deployment.deploy(app, s3, async (client, stack) => {
      await client.send(new UpdateStackCommand(stack));
      await waitUntilStackUpdateComplete({ client, ...WAITER }, stack);
    });
  }

  public async delete(): Promise<void> {
    await this.client.send(new DeleteStackCommand({ StackName: STACK }));
    await waitUntilStackDeleteComplete({ client: this.client, ...WAITER }, { StackName: STACK });
  }
}

function theOne<T>(values: ReadonlyMap<string, T>, name: string): T {
  const found = [...values].filter(([id]) => id.replace(/[0-9A-F]{8}$/, '') === name);
  if (found.length !== 1) throw new Error(`${found.length} of ${[...values.keys()].join(', ')} are ${name}.`);
  return found[0][1];
}

/** Zips the bundles by Python, which the emulator needs anyway, to where the template says that they are. */
async function uploadAssets(s3: S3Client, assembly: string): Promise<void> {
  const { files } = JSON.parse(readFileSync(join(assembly, `${STACK}.assets.json`), 'utf8')) as { files: Record<string, Asset> };
  const scratch = mkdtempSync(join(tmpdir(), 'assets-'));
  for (const { source, destinations } of Object.values(files).filter((file) => file.source.packaging === 'zip')) {
    const [{ objectKey }] = Object.values(destinations);
    const zip = join(scratch, objectKey);
    execFileSync('python3', ['-m', 'zipfile', '-c', zip, '.'], { cwd: join(assembly, source.path) });
    await s3.send(new PutObjectCommand({ Bucket: ASSETS, Key: objectKey, Body: readFileSync(zip) }));
  }
  rmSync(scratch, { recursive: true });
}

interface Asset {
  readonly source: { readonly path: string; readonly packaging: string };
  readonly destinations: Readonly<Record<string, { readonly objectKey: string }>>;
}
