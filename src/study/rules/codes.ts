import type { CodeInfo } from '../codes.js';
export const RULE_CODES: Readonly<Record<string, CodeInfo>> = {};
