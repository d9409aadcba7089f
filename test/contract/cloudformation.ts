import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { App, Stack } from 'aws-cdk-lib';
import { Ministack } from './ministack';
import { Template, withoutUnknown } from '../deploy/deployable';

const ACCOUNT = '000000000000';
const POLL_MS = 200;
const ENOUGH_MS = 120_000;

interface FileAsset {
  readonly source: { readonly path: string; readonly packaging: string };
  readonly destinations: Record<string, { readonly objectKey: string }>;
}

interface FileAssets {
  readonly files: Record<string, FileAsset>;
}

/** What `cdk deploy` does with one stack, for ministack. */
export class Deployments {
  private readonly uploaded = new Set<string>();

  constructor(private readonly ministack: Ministack, private readonly s3: S3Client) {}

  get stackEnvironment() {
    return { account: ACCOUNT, region: this.ministack.environment.AWS_REGION };
  }

  /** Creates or updates the stack, waits, and gives the status in which it ended and what was said of its resources. */
  async deploy(stack: Stack): Promise<string> {
    const assembly = (stack.node.root as App).synth();
    await this.upload(assembly.directory, `${stack.artifactId}.assets.json`);
    const exists = await this.status(stack.stackName) !== undefined;
    const template = withoutUnknown(JSON.parse(readFileSync(join(assembly.directory, stack.templateFile), 'utf8')) as Template);
    const url = await this.uploadTemplate(stack.templateFile, template);
    await this.call(exists ? 'UpdateStack' : 'CreateStack', { 'StackName': stack.stackName, 'TemplateURL': url, 'Capabilities.member.1': 'CAPABILITY_IAM' });
    return this.settled(stack.stackName);
  }

  async destroy(stackName: string): Promise<string> {
    await this.call('DeleteStack', { StackName: stackName });
    return this.settled(stackName);
  }

  /** The reasons of the failed resources. */
  async reasons(stackName: string): Promise<string[]> {
    const events = await this.call('DescribeStackEvents', { StackName: stackName });
    return [...events.matchAll(/<ResourceStatusReason>([^<]*)</g)].map(([, reason]) => reason);
  }

  private get assets(): string {
    return `cdk-hnb659fds-assets-${ACCOUNT}-${this.ministack.environment.AWS_REGION}`;
  }

  /** Gives the address of the template, which is too long to be sent. */
  private async uploadTemplate(file: string, template: Template): Promise<string> {
    await this.s3.send(new PutObjectCommand({ Bucket: this.assets, Key: file, Body: JSON.stringify(template) }));
    return `${this.ministack.endpoint}/${this.assets}/${file}`;
  }

  private async upload(directory: string, manifest: string): Promise<void> {
    const { files } = JSON.parse(readFileSync(join(directory, manifest), 'utf8')) as FileAssets;
    if (this.uploaded.size === 0) await this.s3.send(new CreateBucketCommand({ Bucket: this.assets }));
    for (const { source, destinations } of Object.values(files).filter(({ source: { packaging } }) => packaging === 'zip')) {
      const [{ objectKey }] = Object.values(destinations);
      if (this.uploaded.has(objectKey)) continue;
      await this.s3.send(new PutObjectCommand({ Bucket: this.assets, Key: objectKey, Body: zipped(join(directory, source.path)) }));
      this.uploaded.add(objectKey);
    }
  }

  private async settled(stackName: string): Promise<string> {
    for (const end = Date.now() + ENOUGH_MS; Date.now() < end;) {
      const status = await this.status(stackName) ?? 'DELETE_COMPLETE';
      if (!status.endsWith('_IN_PROGRESS')) return status;
      await new Promise((later) => setTimeout(later, POLL_MS));
    }
    throw new Error(`${stackName} did not settle: ${(await this.reasons(stackName)).join(' ')}`);
  }

  private async status(stackName: string): Promise<string | undefined> {
    const described = await this.call('DescribeStacks', {});
    const named = [...described.matchAll(/<StackName>([^<]*)<[^]*?<StackStatus>([A-Z_]+)</g)].filter(([, name]) => name === stackName);
    return named.map(([, , status]) => status).find((status) => status !== 'DELETE_COMPLETE');
  }

  private async call(action: string, parameters: Record<string, string>): Promise<string> {
    const credential = `test/20260101/${this.ministack.environment.AWS_REGION}/cloudformation/aws4_request`;
    const response = await fetch(this.ministack.endpoint, {
      method: 'POST',
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=none` },
      body: new URLSearchParams({ Action: action, Version: '2010-05-15', ...parameters }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${action}: ${text}`);
    return text;
  }
}

function zipped(folder: string): Buffer {
  const scratch = mkdtempSync(join(tmpdir(), 'asset-'));
  try {
    const file = join(scratch, 'asset.zip');
    execFileSync('python3', ['-c', 'import shutil, sys; shutil.make_archive(sys.argv[1], "zip", sys.argv[2])', file.replace(/\.zip$/, ''), folder]);
    return readFileSync(file);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
