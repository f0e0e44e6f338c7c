/** Finds the string, template and regular expression literals of TypeScript source without a parser. */

/**
 * What a literal says, without its quotes, escapes as they are written. Literals joined by `+` are one, and so are those
 * with a comma between them: strings with a blank then, regular expressions as alternatives.
 */
export interface Literal {
  readonly text: string;
  readonly isRegExp: boolean;
  /** Of its last part; 1-based. */
  readonly line: number;
}

/** One literal with its quotes; of a template what stands up to its next `${`. Offsets into the source. */
interface Piece {
  readonly text: string;
  readonly isRegExp: boolean;
  readonly start: number;
  readonly end: number;
}

const BLANK_OR_COMMENT = /(?:\s+|\/\/.*|\/\*[\s\S]*?\*\/)+/y;
const STRING = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/y;
const REG_EXP = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
const TEMPLATE_TEXT = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*/y;
const OTHER = /[\p{ID_Start}$_][\p{ID_Continue}$]*|\d[\w.]*|./uy;
/** What a value ends with: a slash after it divides. */
const VALUE_END =
  /^(?:[)\]}]|\d.*|(?!(?:return|typeof|case|in|of|void|delete|throw|new|await|yield)$)[\p{ID_Start}$_].*)$/u;

/** The literals of a source, in its order. */
export function literalsOf(source: string): Literal[] {
  const literals: Literal[] = [];
  let last: Piece | undefined;
  for (const piece of new Scan(source).pieces) {
    const joint = last?.isRegExp === piece.isRegExp ? jointOf(source.slice(last.end, piece.start), last) : undefined;
    const before = joint === undefined ? "" : (literals.pop()?.text ?? "") + joint;
    const line = source.slice(0, piece.start).split("\n").length;
    literals.push({ text: before + piece.text, isRegExp: piece.isRegExp, line });
    last = piece;
  }
  return literals;
}

/** What joins the texts of two literals with this between them; undefined where they stand apart. */
function jointOf(between: string, { isRegExp }: Piece): string | undefined {
  const sign = between.replace(/\/\/.*|\/\*[\s\S]*?\*\/|\s/g, "");
  if (sign === ",") return isRegExp ? "|" : " ";
  return sign === "+" ? "" : undefined;
}

/** One walk over a source. */
class Scan {
  readonly pieces: Piece[] = [];
  private at = 0;
  /** The last token, as far as it decides what a slash after it means. */
  private before = "";
  /** For each template that is open, how many braces are open in its `${`. */
  private readonly depths: number[] = [];

  private readonly source: string;

  constructor(source: string) {
    this.source = source;
    while (this.at < source.length) this.step();
  }

  private step(): void {
    this.at += this.match(BLANK_OR_COMMENT).length;
    const opening = this.source[this.at];
    const string = this.match(STRING);
    const regExp = opening === "/" && !VALUE_END.test(this.before) ? this.match(REG_EXP) : "";
    if (string) this.take(string.length, /^["']|["']$/g, false);
    else if (regExp) this.take(regExp.length, /^\/|\/[a-z]*$/g, true);
    else if (opening === "`") this.takeTemplate();
    else if (opening === "}" && this.depths.at(-1) === 0) {
      this.depths.pop();
      this.takeTemplate();
    } else this.skip(this.match(OTHER));
  }

  /** Steps over what is no literal. */
  private skip(token: string): void {
    const depth = this.depths.at(-1);
    if (depth !== undefined && token === "{") this.depths[this.depths.length - 1] = depth + 1;
    if (depth !== undefined && token === "}") this.depths[this.depths.length - 1] = depth - 1;
    this.before = token;
    this.at += token.length;
  }

  /** From a template's opening quote, or from the brace that ends its `${`, to its closing quote or next `${`. */
  private takeTemplate(): void {
    this.at += 1;
    this.take(this.match(TEMPLATE_TEXT).length, /(?!)/, false);
    const opens = this.source[this.at] === "$";
    if (opens) this.depths.push(0);
    if (opens) this.before = "{";
    this.at += opens ? 2 : 1;
  }

  private take(length: number, quotes: RegExp, isRegExp: boolean): void {
    const end = this.at + length;
    const text = this.source.slice(this.at, end).replace(quotes, "");
    this.pieces.push({ text, isRegExp, start: this.at, end });
    this.before = ")";
    this.at = end;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    return pattern.exec(this.source)?.[0] ?? "";
  }
}
