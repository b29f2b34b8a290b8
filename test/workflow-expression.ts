import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What an expression may name: `inputs`, `vars`, `steps`, … */
export type Contexts = Readonly<Record<string, unknown>>;

/** How the job stands when a condition is asked: `success()` and its like depend on it. */
export type Standing = 'success' | 'failure';

/** The value of an expression as text, the way GitHub fills it into `env:`; null is the empty text. */
export function evaluateText(expression: string, contexts: Contexts, standing: Standing = 'success'): string {
  return evaluate(expression, contexts, standing).coerceString();
}

/** Fills every `${{ … }}` of a text. */
export function fill(text: unknown, contexts: Contexts): string {
  const plain = typeof text === 'string' ? text : JSON.stringify(text ?? '');
  return plain.replaceAll(/\$\{\{(.*?)\}\}/g, (_, inner: string) => evaluateText(inner, contexts));
}

/** Whether a step or job with this `if:` runs. Without a status function it wants success too, as on GitHub. */
export function isWanted(
  condition: string | boolean | undefined,
  contexts: Contexts,
  standing: Standing,
): boolean {
  if (condition === undefined) return standing === 'success';
  const text = String(condition).replace(/^\s*\$\{\{([^]*)\}\}\s*$/, '$1');
  const asksForStatus = /\b(success|failure|always|cancelled)\s*\(/.test(text);
  const value = evaluate(text, contexts, standing);
  const isTrue = !['', 'false', '0', 'NaN'].includes(
    value.kind === data.Kind.Null ? '' : value.coerceString(),
  );
  return isTrue && (asksForStatus || standing === 'success');
}

function evaluate(expression: string, contexts: Contexts, standing: Standing): data.ExpressionData {
  const states = {
    success: standing === 'success',
    failure: standing === 'failure',
    always: true,
    cancelled: false,
  };
  const functions = Object.entries(states).map(([name, value]) => {
    return { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) };
  });
  const { tokens } = new Lexer(expression.trim()).lex();
  const tree = new Parser(tokens, Object.keys(contexts), functions).parse();
  const context = dataFrom(contexts) as data.Dictionary;
  return new Evaluator(tree, context, new Map(functions.map((one) => [one.name, one]))).evaluate();
}

function dataFrom(value: unknown): data.ExpressionData {
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value !== 'object' || value === null) return new data.Null();
  const pairs = Object.entries(value).map(([key, inner]) => ({ key, value: dataFrom(inner) }));
  return new data.Dictionary(...pairs);
}
