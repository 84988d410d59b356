// The parts of dynalite the local engine drives; the package carries no types of its own.

declare module 'dynalite/db/index.js' {
  type Refusal = Error & {
    statusCode: number;
    body: { __type: string; message: string; [field: string]: unknown };
  };
  type KeyPart = { AttributeName: string; KeyType?: string };
  type KeyedTable = {
    KeySchema: readonly KeyPart[];
    AttributeDefinitions: readonly { AttributeName: string; AttributeType: string }[];
  };
  export function createKey(item: object, table: KeyedTable): string;
  export function createIndexKey(
    item: object,
    table: KeyedTable,
    keySchema: readonly KeyPart[],
  ): string;
  export function checkConditional(data: object, item?: object): Refusal | null | undefined;
  export function validationError(message: string): Refusal;
  export type { KeyedTable, KeyPart, Refusal };
}

declare module 'dynalite/validations/index.js' {
  export function checkTypes(input: object, types: object): object;
  export function checkValidations(
    data: object,
    types: object,
    custom: unknown,
    store: object,
  ): void;
}

declare module 'dynalite/validations/*.js' {
  export const types: { [parameter: string]: object };
  export const custom: unknown;
}

declare module 'dynalite/actions/*.js' {
  function action(
    store: object,
    data: object,
    answer: (error: Error | null, result?: object) => void,
  ): void;
  export = action;
}

declare module 'dynalite/db/*.js' {
  type Context = {
    readonly attrNames?: Readonly<Record<string, string>>;
    readonly attrVals?: Readonly<Record<string, object>>;
    readonly isKeyCondition?: boolean;
    readonly unusedAttrNames: Record<string, true>;
    readonly unusedAttrVals: Record<string, true>;
  };
  const parser: { parse: (text: string, options: { readonly context: Context }) => unknown };
  export = parser;
}
