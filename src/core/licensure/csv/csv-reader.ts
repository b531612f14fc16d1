import { LIMITS } from '../../contracts/limits';

/** Why a text is no CSV, in words for the person who made the file, and where. */
export interface CsvProblem {
  readonly reason: string;
  /** Line on which the record begins that can't be read, counted from 1. */
  readonly line: number;
}

/** Where the reader stands between two characters. */
type Place = 'beforeCell' | 'inCell' | 'inQuotes' | 'afterQuotes';

const QUOTE = 34;
const COMMA = 44;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

const TEXT_AFTER_QUOTE =
  'text follows a closing quote; put the whole cell into quotes and write each quote inside it twice';
const OPEN_QUOTE = 'the file ends inside a quoted cell; close its quote, or write a quote that is meant as text twice';
const LONG_CELL = `a cell has more than ${LIMITS.csvCellCharacters.value} characters; most often a quote is not closed`;
const LONG_RECORD = `it has more than ${LIMITS.csvRecordCharacters.value} characters; most often line breaks are missing`;

/**
 * Reads CSV as spreadsheets write it (comma, double quotes, doubled quotes inside quotes) from pieces of text of any
 * size, and hands over each record once it is complete. Lines end with LF, CRLF or CR, also mixed; line breaks inside
 * quotes become LF. Blank lines are no records, but for the first line: it is the header, even if it names nothing.
 * Strict: after a closing quote only a comma or a line end may follow, and a quote has to be closed; a quote inside a
 * cell that does not begin with one is text. Keeps one record at most.
 */
export class CsvReader {
  private place: Place = 'beforeCell';
  private cells: string[] = [];
  /** What was read of the present cell before this piece, or between its quotes. */
  private begun = '';
  private recordCharacters = 0;
  /** Line on which the present record begins. */
  private line = 1;
  private lineBreaksInRecord = 0;
  /** Whether the last piece ended between the two characters of a CRLF, perhaps. */
  private afterCarriageReturn = false;
  private problem: CsvProblem | undefined;

  public constructor(private readonly take: (cells: readonly string[]) => void) {}

  /** Reads on; the answer says why nothing more can be read, for this piece and every later one. */
  public read(text: string): CsvProblem | undefined {
    let position = 0;
    if (this.afterCarriageReturn && text.length > 0) {
      position = text.charCodeAt(0) === LINE_FEED ? 1 : 0;
      this.afterCarriageReturn = false;
    }
    while (position < text.length && !this.problem) {
      if (this.place === 'inQuotes') position = this.readQuoted(text, position);
      else if (this.place === 'afterQuotes') position = this.readAfterQuotes(text, position);
      else position = this.readPlain(text, position);
    }
    this.checkLength(this.begun.length);
    return this.problem;
  }

  /** Says that the text has ended: the last record needs no line end. */
  public end(): CsvProblem | undefined {
    if (this.place === 'inQuotes') this.stop(OPEN_QUOTE);
    else if (this.place === 'afterQuotes') this.endRecord(this.quotedCell());
    else if (this.place === 'inCell' || this.cells.length > 0) this.endRecord(this.begun);
    return this.problem;
  }

  /** Ends the text where it is; the first reason is the cause, later ones only follow from it. */
  public stop(reason: string): CsvProblem {
    return (this.problem ??= { reason, line: this.line });
  }

  /** Reads cells up to the next quoted one or line end; files hold little else, so this loop decides the speed. */
  private readPlain(text: string, start: number): number {
    let from = start;
    while (from < text.length && !this.problem) {
      if (this.place === 'beforeCell' && text.charCodeAt(from) === QUOTE) {
        this.place = 'inQuotes';
        return from + 1;
      }
      let end = from;
      while (end < text.length && !endsPlainCell(text.charCodeAt(end))) end += 1;
      const part = text.slice(from, end);
      const cell = this.place === 'beforeCell' ? part : this.begun + part;
      if (end === text.length) {
        this.begun = cell;
        this.place = 'inCell';
        return end;
      }
      if (text.charCodeAt(end) !== COMMA) return this.endLine(cell, text, end);
      this.keep(cell);
      from = end + 1;
    }
    return from;
  }

  private readQuoted(text: string, start: number): number {
    const quote = text.indexOf('"', start);
    const end = quote < 0 ? text.length : quote;
    this.begun += text.slice(start, end);
    if (quote < 0) return end;
    this.place = 'afterQuotes';
    return end + 1;
  }

  /** A second quote is a quote in the text; else the cell has ended. */
  private readAfterQuotes(text: string, position: number): number {
    const letter = text.charCodeAt(position);
    if (letter === QUOTE) {
      this.begun += '"';
      this.place = 'inQuotes';
      return position + 1;
    }
    if (!endsPlainCell(letter)) {
      this.stop(TEXT_AFTER_QUOTE);
      return position;
    }
    const cell = this.quotedCell();
    if (letter !== COMMA) return this.endLine(cell, text, position);
    this.keep(cell);
    return position + 1;
  }

  private quotedCell(): string {
    const cell = this.begun.includes('\r') ? this.begun.replace(/\r\n?/g, '\n') : this.begun;
    if (cell.includes('\n')) this.lineBreaksInRecord += cell.split('\n').length - 1;
    return cell;
  }

  /** Takes the last cell of a line, whose end stands at `position`. */
  private endLine(cell: string, text: string, position: number): number {
    const isBlank = this.place === 'beforeCell' && cell === '' && this.cells.length === 0;
    if (isBlank) this.endBlankLine();
    else this.endRecord(cell);
    if (text.charCodeAt(position) === LINE_FEED) return position + 1;
    this.afterCarriageReturn = position + 1 === text.length;
    return text.charCodeAt(position + 1) === LINE_FEED ? position + 2 : position + 1;
  }

  private endBlankLine(): void {
    if (this.line === 1) this.take([]);
    this.line += 1;
  }

  private endRecord(lastCell: string): void {
    this.keep(lastCell);
    if (this.problem) return;
    this.take(this.cells);
    this.cells = [];
    this.recordCharacters = 0;
    this.line += 1 + this.lineBreaksInRecord;
    this.lineBreaksInRecord = 0;
  }

  private keep(cell: string): void {
    this.checkLength(cell.length);
    this.cells.push(cell);
    this.recordCharacters += cell.length + 1;
    this.begun = '';
    this.place = 'beforeCell';
  }

  private checkLength(cellCharacters: number): void {
    if (cellCharacters > LIMITS.csvCellCharacters.value) this.stop(LONG_CELL);
    else if (this.recordCharacters + cellCharacters > LIMITS.csvRecordCharacters.value) this.stop(LONG_RECORD);
  }
}

function endsPlainCell(letter: number): boolean {
  return letter <= COMMA && (letter === COMMA || letter === LINE_FEED || letter === CARRIAGE_RETURN);
}
