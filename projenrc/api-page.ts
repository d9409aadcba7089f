import { readFileSync, writeFileSync } from 'fs';
import { ClassSchema, Documentation, Language, MarkdownDocument, MarkdownRenderer, PropertySchema, StructSchema } from 'jsii-docgen';

/** The names of the members that each construct inherits. */
function inheritedMembers(): ReadonlySet<string> {
  const assembly = JSON.parse(readFileSync(require.resolve('constructs/.jsii'), 'utf8')) as {
    types: Record<string, { methods: { name: string }[]; properties: { name: string }[] }>;
  };
  const { methods, properties } = assembly.types['constructs.Construct'];
  return new Set([...methods, ...properties].map(({ name }) => name));
}

/** Renders what a reader of this library needs. Construct Hub shows the rest too. */
class ApiPage extends MarkdownRenderer {
  private readonly inherited = inheritedMembers();

  public visitConstruct(construct: ClassSchema): MarkdownDocument {
    const own = <T extends { displayName: string }>(members: T[]) => members.filter(({ displayName }) => !this.inherited.has(displayName));
    return super.visitConstruct({
      ...construct,
      instanceMethods: own(construct.instanceMethods),
      staticMethods: own(construct.staticMethods),
      properties: own(construct.properties),
    });
  }

  /** Without the initializer, which is the same for each struct. */
  public visitStruct(struct: StructSchema): MarkdownDocument {
    return this.visitClass({ ...struct, interfaces: [], instanceMethods: [], staticMethods: [], constants: [] });
  }

  /** Without the declaration, which repeats the name and the type. */
  public visitProperty(property: PropertySchema): MarkdownDocument {
    return super.visitProperty({ ...property, usage: undefined });
  }
}

/** Writes API.md, the reference of the public API in TypeScript. */
async function writeApiPage(): Promise<void> {
  const documentation = await Documentation.forProject(process.cwd());
  const { content } = await documentation.toJson({ language: Language.TYPESCRIPT, allSubmodules: true });
  if (!content.apiReference) throw new Error('jsii-docgen found no public API.');
  const page = new ApiPage({ ...content.metadata, language: Language.TYPESCRIPT }).visitApiReference(content.apiReference).render(1);
  writeFileSync('API.md', `${page.replace(/\n{3,}/g, '\n\n').trim()}\n`);
}

void writeApiPage();
