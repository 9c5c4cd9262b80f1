import ts from 'typescript';

/** A place in a source that breaks a convention, as a reader would want it told. */
export type Breach = { line: number; says: string };

export function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

/**
 * Inside a transaction nothing is awaited but SQL on its own handle: on the embedded store's single
 * connection anything else stops the whole hub, and the outer handle never returns. Looked at are
 * callbacks of `.transaction(…)` and functions that take a `Transaction`.
 */
export function transactionBreaches(source: ts.SourceFile): Breach[] {
  const breaches: Breach[] = [];
  visit(source, (node) => {
    if (!isFunction(node)) return;
    const handle = node.parameters.find((parameter, at) => isTransaction(parameter) || (at === 0 && isTransactionCallback(node)))?.name;
    if (!handle || !node.body) return;
    if (!ts.isIdentifier(handle)) return void breaches.push(breach(source, handle, 'takes the transaction apart'));
    visit(node.body, (inner) => {
      const awaited = ts.isAwaitExpression(inner) || (ts.isForOfStatement(inner) && inner.awaitModifier) ? inner.expression : undefined;
      if (awaited && !mentions(awaited, handle.text))
        breaches.push(breach(source, inner, `awaits something else than ${handle.text} in a transaction`));
      if (ts.isPropertyAccessExpression(inner) && inner.name.text === 'drizzle')
        breaches.push(breach(source, inner, 'uses the outer handle in a transaction'));
    });
  });
  return breaches;
}

/** `export *` makes a reader open every file to learn what a folder offers; only a package's index is a list of its files. */
export function exportStarBreaches(source: ts.SourceFile): Breach[] {
  return source.statements
    .filter((statement) => ts.isExportDeclaration(statement) && !statement.exportClause)
    .map((statement) => breach(source, statement, 'exports everything of another file'));
}

/** A journey clicks and types. What it only needs to be there is arranged, and that has its own folder. */
export function journeyBreaches(source: ts.SourceFile): Breach[] {
  const breaches: Breach[] = [];
  visit(source, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && !node.importClause?.isTypeOnly) {
      if (/^(@yunhui\/(realtime-client|server)|node:https?|node:net|got|pg|redis|socket\.io-client)$/.test(node.moduleSpecifier.text)) {
        breaches.push(breach(source, node, `imports ${node.moduleSpecifier.text} outside arrange/`));
      }
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'fetch') {
      breaches.push(breach(source, node, 'calls fetch outside arrange/'));
    }
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'request' && node.parent && ts.isPropertyAccessExpression(node.parent)) {
      breaches.push(breach(source, node, 'sends a request outside arrange/'));
    }
    if (ts.isBindingElement(node) && ts.isIdentifier(node.name) && node.name.text === 'request') {
      breaches.push(breach(source, node, 'takes the request fixture outside arrange/'));
    }
  });
  return breaches;
}

type AnyFunction = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration | ts.MethodDeclaration;

function isFunction(node: ts.Node): node is AnyFunction {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node);
}

function isTransaction(parameter: ts.ParameterDeclaration): boolean {
  return parameter.type !== undefined && ts.isTypeReferenceNode(parameter.type) && parameter.type.typeName.getText() === 'Transaction';
}

function isTransactionCallback(node: ts.Node): boolean {
  const call = node.parent;
  return (
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    call.expression.name.text === 'transaction' &&
    call.arguments[0] === node
  );
}

function mentions(node: ts.Node, name: string): boolean {
  return (ts.isIdentifier(node) && node.text === name) || Boolean(ts.forEachChild(node, (child) => mentions(child, name) || undefined));
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

function breach(source: ts.SourceFile, node: ts.Node, says: string): Breach {
  return { line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, says };
}
