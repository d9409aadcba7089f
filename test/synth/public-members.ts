import { readFileSync } from 'fs';
import { dirname, join } from 'path';
import * as ts from 'typescript';

const SRC = join(__dirname, '../../src');

/** A prop, an option or a parameter of the package, as the sources declare it. */
export interface PublicMember {
  /** The interface, or the class and its method: `UsageStorage.bucket`. */
  readonly owner: string;
  readonly name: string;
  /** The type as the source writes it. */
  readonly type: string;
}

/** Every member of the public interfaces, and every parameter of the public methods and factories. */
export function publicMembers(): PublicMember[] {
  return exportsOf('index.ts').flatMap((declaration) => ts.isInterfaceDeclaration(declaration) ? props(declaration) : parameters(declaration));
}

type Declaration = ts.InterfaceDeclaration | ts.ClassDeclaration;

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** The classes and interfaces that a file exports, by itself or from other files. */
function exportsOf(file: string, names?: readonly string[]): Declaration[] {
  return parse(file).statements.flatMap((statement): Declaration[] => {
    if (ts.isExportDeclaration(statement)) return exportsOf(moduleOf(file, statement.moduleSpecifier!), exportedNames(statement));
    const isDeclaration = ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement);
    return isDeclaration && (names ?? [statement.name!.text]).includes(statement.name!.text) ? [statement] : [];
  });
}

function exportedNames({ exportClause }: ts.ExportDeclaration): string[] | undefined {
  return exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name }) => name.text) : undefined;
}

function moduleOf(file: string, specifier: ts.Expression): string {
  return join(dirname(file), `${(specifier as ts.StringLiteral).text}.ts`);
}

/** The props of an interface and of those in its file that it extends: a base need not be public. */
function props(declaration: ts.InterfaceDeclaration, owner = declaration.name.text): PublicMember[] {
  const own = declaration.members.filter(ts.isPropertySignature)
    .map((member) => ({ owner, name: member.name.getText(), type: member.type!.getText() }));
  const bases = declaration.heritageClauses?.flatMap(({ types }) => types.map(({ expression }) => expression.getText())) ?? [];
  const inherited = declaration.getSourceFile().statements.filter(ts.isInterfaceDeclaration).filter(({ name }) => bases.includes(name.text));
  return [...own, ...inherited.flatMap((base) => props(base, owner))];
}

/** The parameters of a class and of the class of this package that it extends. */
function parameters(declaration: ts.ClassDeclaration, owner = declaration.name!.text): PublicMember[] {
  const own = declaration.members.filter((member) => ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member))
    .filter(({ name, modifiers }) => !name?.getText().startsWith('_') && !modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword))
    .flatMap((method) => method.parameters.map((parameter) => ({
      owner: `${owner}.${method.name?.getText() ?? 'constructor'}`, name: parameter.name.getText(), type: parameter.type!.getText(),
    })));
  const base = baseOf(declaration);
  return base ? [...own, ...parameters(base, owner)] : own;
}

function baseOf(declaration: ts.ClassDeclaration): ts.ClassDeclaration | undefined {
  const base = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0].expression.getText();
  if (base === undefined) return undefined;
  const source = declaration.getSourceFile();
  const imported = source.statements.filter(ts.isImportDeclaration).find(({ importClause, moduleSpecifier }) =>
    (moduleSpecifier as ts.StringLiteral).text.startsWith('.') && importClause?.getText().includes(base));
  return imported && exportsOf(moduleOf(source.fileName, imported.moduleSpecifier), [base]).find(ts.isClassDeclaration);
}
