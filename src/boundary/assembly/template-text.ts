import { DocumentOptions, parseDocument, ParseOptions, SchemaOptions } from 'yaml';
import { SHORT_FORM_TAGS } from './short-form-tags';
import { parseJson } from '../../core/text/json-document';

/** What a text says, or why it says nothing. */
export interface TemplateText {
  readonly template?: unknown;
  /** What in the text can't be understood, with where it stands. */
  readonly mistakes: readonly TextMistake[];
}

export interface TextMistake {
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Copies that aliases of a YAML document may make of one anchor; templates written by people need a handful. */
const MAX_ALIASES = 100;

const YAML_OPTIONS: DocumentOptions & ParseOptions & SchemaOptions = {
  customTags: [...SHORT_FORM_TAGS],
  merge: true,
  // Looking for keys that stand twice compares all with all: minutes for a file of 10 MB.
  uniqueKeys: false,
};

/** Reads JSON and YAML, the latter with the short forms of intrinsic functions; never throws. */
export function parseTemplate(text: string, file: string): TemplateText {
  const content = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const looksLikeJson = content.trimStart().startsWith('{');
  if (looksLikeJson || file.endsWith('.json')) {
    const parsed = jsonOf(content);
    // A YAML file may begin with a brace, too.
    if (parsed.mistakes.length === 0 || file.endsWith('.json')) return parsed;
  }
  return yamlOf(content);
}

function jsonOf(text: string): TemplateText {
  try {
    return { template: JSON.parse(text), mistakes: [] };
  } catch {
    return { mistakes: [jsonMistake(text)] };
  }
}

function jsonMistake(text: string): TextMistake {
  try {
    const parsed = parseJson(text);
    if (!parsed.ok) {
      const { at, found, reason, remedy } = parsed.error;
      return {
        value: found ?? 'the end of the text',
        reason: `${reason}, at line ${at.line} column ${at.column}`,
        remedy,
      };
    }
  } catch {
    // Nested more deeply than the reader with positions follows; the message without a position must do.
  }
  return { value: 'the text', reason: 'it is not JSON', remedy: 'write it as JSON, or give the file the ending .yaml' };
}

function yamlOf(text: string): TemplateText {
  try {
    const document = parseDocument(text, YAML_OPTIONS);
    if (document.errors.length > 0) return { mistakes: document.errors.slice(0, 1).map(yamlMistake) };
    return {
      template: document.toJS({ maxAliasCount: MAX_ALIASES }),
      mistakes: document.warnings.map(yamlMistake),
    };
  } catch (error) {
    return { mistakes: [yamlMistake(error)] };
  }
}

/** The first line of a message: what follows is the text around the place. */
function yamlMistake(error: unknown): TextMistake {
  const message = error instanceof Error ? error.message.split('\n', 1)[0].replace(/[:.]$/, '') : String(error);
  return {
    value: 'the text',
    reason: `it is not YAML as templates have it (${message})`,
    remedy: 'mend it at that place',
  };
}
