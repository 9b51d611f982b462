import ts from 'typescript';

/** Returns what a node may be replaced by; none where the mutator does not apply. */
export type SourceMutator = (node: ts.Node) => readonly string[];

const { SyntaxKind } = ts;

const textOf = (node: ts.Node) => node.getText();

/** Creates a mutator that replaces the operator of binary expressions. */
function swapOperators(
  swaps: Partial<Record<ts.SyntaxKind, readonly string[]>>,
  applies: (node: ts.BinaryExpression) => boolean = () => true,
): SourceMutator {
  return (node) => {
    if (!ts.isBinaryExpression(node) || !applies(node)) return [];
    const { left, operatorToken, right } = node;
    // In parentheses, since `??` cannot stand beside `||`.
    const [before, after] = [wrap(left), wrap(right)];
    return (swaps[operatorToken.kind] ?? []).map((operator) => `(${before} ${operator} ${after})`);
  };
}

function wrap(node: ts.Expression): string {
  return ts.isBinaryExpression(node) ? `(${textOf(node)})` : textOf(node);
}

/** The mutators of TypeScript source by their names. */
export const SOURCE_MUTATORS: Readonly<Record<string, SourceMutator>> = {
  'negate-condition': (node) => {
    const { parent } = node;
    const isCondition =
      ((ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) &&
        parent.expression === node) ||
      (ts.isForStatement(parent) && parent.condition === node) ||
      (ts.isConditionalExpression(parent) && parent.condition === node);
    return isCondition ? [`!(${textOf(node)})`] : [];
  },

  'drop-negation': (node) =>
    ts.isPrefixUnaryExpression(node) &&
    [SyntaxKind.ExclamationToken, SyntaxKind.MinusToken].includes(node.operator)
      ? [`(${textOf(node.operand)})`]
      : [],

  'flip-boolean': (node) => {
    if (node.kind === SyntaxKind.TrueKeyword) return ['false'];
    return node.kind === SyntaxKind.FalseKeyword ? ['true'] : [];
  },

  logical: swapOperators({
    [SyntaxKind.AmpersandAmpersandToken]: ['||'],
    [SyntaxKind.BarBarToken]: ['&&'],
  }),

  nullish: swapOperators({ [SyntaxKind.QuestionQuestionToken]: ['||', '&&'] }),

  boundary: swapOperators({
    [SyntaxKind.LessThanToken]: ['<=', '>='],
    [SyntaxKind.LessThanEqualsToken]: ['<', '>'],
    [SyntaxKind.GreaterThanToken]: ['>=', '<='],
    [SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  }),

  equality: swapOperators({
    [SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
    [SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  }),

  arithmetic: swapOperators(
    {
      [SyntaxKind.PlusToken]: ['-'],
      [SyntaxKind.MinusToken]: ['+'],
      [SyntaxKind.AsteriskToken]: ['/'],
      [SyntaxKind.SlashToken]: ['*'],
      [SyntaxKind.PercentToken]: ['*'],
      [SyntaxKind.AsteriskAsteriskToken]: ['*'],
      [SyntaxKind.PlusEqualsToken]: ['-='],
      [SyntaxKind.MinusEqualsToken]: ['+='],
    },
    ({ left, right }) =>
      ![left, right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side)),
  ),

  update: (node) => {
    if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return [];
    if (node.operator !== SyntaxKind.PlusPlusToken && node.operator !== SyntaxKind.MinusMinusToken) return [];
    const operator = node.operator === SyntaxKind.PlusPlusToken ? '--' : '++';
    const operand = textOf(node.operand);
    return [ts.isPrefixUnaryExpression(node) ? `${operator}${operand}` : `${operand}${operator}`];
  },

  'empty-string': (node) => {
    if (ts.isTemplateExpression(node)) return ['``'];
    if (!ts.isStringLiteralLike(node) || node.text === '') return [];
    const isName =
      ts.isPropertyAssignment(node.parent) || ts.isPropertyDeclaration(node.parent)
        ? node.parent.name === node
        : ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent);
    return isName || ts.isTaggedTemplateExpression(node.parent) ? [] : ["''"];
  },

  'empty-array': (node) => (ts.isArrayLiteralExpression(node) && node.elements.length > 0 ? ['[]'] : []),

  'empty-object': (node) =>
    ts.isObjectLiteralExpression(node) && node.properties.length > 0 ? ['({})'] : [],

  'drop-statement': (node) =>
    ts.isThrowStatement(node) || (ts.isExpressionStatement(node) && !isSuperCall(node)) ? [';'] : [],

  'drop-await': (node) => (ts.isAwaitExpression(node) ? [`(${textOf(node.expression)})`] : []),

  'drop-optional-chain': (node) => {
    const isChain =
      ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node);
    if (!isChain || !node.questionDotToken) return [];
    const text = textOf(node);
    const before = text.slice(0, node.questionDotToken.getStart() - node.getStart());
    const after = text.slice(node.questionDotToken.end - node.getStart());
    return [`${before}${ts.isPropertyAccessExpression(node) ? '.' : ''}${after}`];
  },

  'return-nothing': (node) => {
    const returned =
      (ts.isReturnStatement(node.parent) || (ts.isArrowFunction(node.parent) && node.parent.body === node)) &&
      ts.isExpression(node) &&
      textOf(node) !== 'undefined';
    return returned ? ['undefined'] : [];
  },
};

function isSuperCall({ expression }: ts.ExpressionStatement): boolean {
  return ts.isCallExpression(expression) && expression.expression.kind === SyntaxKind.SuperKeyword;
}
