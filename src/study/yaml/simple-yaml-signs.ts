/** What the plain reading of YAML knows a key, a text or a value in quotes by, from a place of the text. */

/** Controls, marks of documents, directives. */
export const BEYOND = /[^\P{Cc}\n]|\ufeff|^(?:---|\.\.\.|%)/mu;
/** A key without quotes, and what it may begin with. */
export const KEY = /([^\s\-?:,[\]{}#&*!|>'"%@`][^:#\n]{0,200}):(?= |$)/my;
export const QUOTED_KEY = /(?:"([^"\\\n]{0,200})"|'([^'\n]{0,200})'):(?= |$)/my;
export const DOUBLE = /"((?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*)"/y;
export const SINGLE = /'((?:[^']|'')*)'/y;
export const PLAIN_START = /[^\s\-?:,[\]{}#&*!|>'"%@`]|-[\p{L}\p{N}_.]/uy;
export const FLOW_PLAIN = /(?:[^,[\]{}#:\n]|:(?![ ,[\]{}\n]|$))+/my;
export const BLOCK_HEADER = /([|>])(-?) *(?:\n|$)/y;
