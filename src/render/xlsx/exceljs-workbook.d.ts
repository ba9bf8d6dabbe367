/** The workbook of exceljs alone: the whole package also opens what streams, archives and unpacks, which takes longer than a workbook. */
declare module 'exceljs/lib/doc/workbook.js' {
  export { Workbook as default } from 'exceljs';
}
