/** A value in the typed JSON of the table service: `{"S": "text"}`, `{"SS": ["a"]}` and so on. */
type TypedValue = Readonly<Record<string, any>>;

export type PlainItem = Record<string, unknown>;

/** A recorded item in the form in which handlers have it. */
export function itemFrom(typed: Readonly<Record<string, TypedValue>>): PlainItem {
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, valueFrom(value)]));
}

function valueFrom(typed: TypedValue): unknown {
  const [[type, value]] = Object.entries(typed);
  switch (type) {
    case 'M':
      return itemFrom(value);
    case 'L':
      return value.map(valueFrom);
    case 'SS':
      return new Set(value);
    case 'N':
      return Number(value);
    case 'NULL':
      return null;
    case 'S':
    case 'BOOL':
      return value;
    default:
      throw new Error(`a recorded item has an attribute of the unknown type ${type}`);
  }
}
