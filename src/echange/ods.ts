/** Reads the sheets of an OpenDocument workbook (.ods, OASIS OpenDocument 1.3, part 3, chapter 9), which LibreOffice saves: the same tables as from an .xlsx. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { adresse, lettres } from '../lists/letters.js';
import type { Cellule } from './cellules.js';
import { direSansValeur } from './formules.js';
import { type ACote, type Classeur, LectureImpossible, type Ligne, remarquesDe, type Tableau } from './tableau.js';

type Attributs = Readonly<Record<string, string>>;

/** What is in a cell and is none of its value: its note, what is drawn on it; what a workbook keeps of others and of its past. */
const A_COTE =
  /^(?:office:annotation|draw:|table:shapes|office:forms|table:detective|table:dde-links|table:tracked-changes)/;

/** Rows and columns written once for many, of which no list has more; columns of a sheet; cells of a workbook. A sheet ends with a million rows that are blank. */
const LIGNES_MAX = 60_000;
const COLONNES_MAX = 1_100;
const COLONNES_DE_FEUILLE = 16_384;
const CELLULES_MAX = 20_000_000;

const nombreDeFois = (attributs: Attributs, name: string, most: number): number =>
  Math.min(most, Math.max(1, Number(attributs[name] ?? 1) || 1));

/** A number without what a computation leaves beyond the fifteen digits that a spreadsheet keeps. */
const quinzeChiffres = (value: number): number => Number(value.toPrecision(15));

/** The value of a cell, of its attributes and of the text that it shows. */
function valeurDe(attributs: Attributs, montre: string): Cellule {
  switch (attributs['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency': {
      // A phone number or a code kept as a number, whose format gives it back its first zero.
      if (/^0\d[\d\s]*$/.test(montre)) return montre.replace(/\s/g, '');
      const written = attributs['office:value']?.trim() ?? '';
      const value = Number(written);
      return written !== '' && Number.isFinite(value) ? quinzeChiffres(value) : montre;
    }
    case 'date':
      return (attributs['office:date-value'] ?? montre).slice(0, 10);
    case 'time': {
      const [, hours = '0', minutes = '0'] = /^PT(\d+)H(\d+)M/.exec(attributs['office:time-value'] ?? '') ?? [];
      return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
    }
    case 'boolean':
      return attributs['office:boolean-value'] === 'true';
    default:
      return montre.trim() === '' ? null : montre;
  }
}

interface Cellue {
  valeur: Cellule;
  /** The formula of a cell that no program has computed. */
  formule: string | undefined;
  colonnes: number;
  lignes: number;
}

/** Counts the cells of a workbook, and refuses those of one that swells. */
function compteur(): (cells: number) => void {
  let total = 0;
  return (cells) => {
    total += cells;
    if (total > CELLULES_MAX)
      throw new LectureImpossible('le classeur a plus de vingt millions de cellules : ce n’est pas une liste.');
  };
}

/** What a row holds: its cells that are not blank, by their column. */
type Cellues = readonly (readonly [number, Cellue])[];

/** The rows of one sheet, laid one after the other. */
function feuille(nom: string, compter: (cells: number) => void) {
  const lignes: Ligne[] = [];
  /** Merged cells that hold for the rows below, by their column: how many rows more, over how many columns, and its address. */
  const dessous = new Map<number, { cell: Cellue; reste: number; adresse: string }>();
  let numero = 0;
  const poser = (cellues: Cellues): void => {
    numero++;
    const cellules: Cellule[] = [];
    const etalees = new Set<number>();
    const fusionnees = new Map<number, string>();
    const formules = new Map<number, string>();
    const mettre = (index: number, { valeur, colonnes, formule }: Cellue, own: boolean): void => {
      compter(colonnes - 1);
      cellules[index] = valeur;
      if (formule !== undefined) formules.set(index, formule);
      // Merged over columns: the value counts once. Merged over rows: it holds for each of them.
      for (let over = 1; over < colonnes; over++) etalees.add(index + over);
      if (own && colonnes > 1) etalees.add(index);
    };
    for (const [index, held] of dessous) {
      mettre(index, held.cell, false);
      fusionnees.set(index, held.adresse);
      if (held.reste > 1) dessous.set(index, { ...held, reste: held.reste - 1 });
      else dessous.delete(index);
    }
    for (const [index, cell] of cellues) {
      mettre(index, cell, true);
      if (cell.lignes > 1) dessous.set(index, { cell, reste: cell.lignes - 1, adresse: adresse(numero, index + 1) });
    }
    compter(cellules.length);
    const whole = Array.from(cellules, (cell) => cell ?? null);
    if (whole.some((cell) => cell !== null) || formules.size > 0)
      lignes.push(
        direSansValeur({ numero, cellules: whole, etalees, ...(fusionnees.size > 0 && { fusionnees }) }, formules),
      );
  };
  return {
    tableau: (): Tableau => ({ feuille: nom, lignes }),
    /** « B4 »: a cell of the row that is read, by its column from 0. */
    adresse: (colonne: number): string => adresse(numero + 1, colonne + 1),
    ligne: (cellues: Cellues, fois: number): void => {
      // Blank rows that a merged cell does not cover are only counted.
      for (let i = 0; i < fois; i++) {
        if (cellues.length === 0 && dessous.size === 0) {
          numero += fois - i;
          return;
        }
        poser(cellues);
      }
    },
  };
}

/** Reads the text of the part that holds the sheets. */
function lireContenu(xml: string): Classeur {
  /** Styles of the sheets that are not shown; they are written before the sheets. */
  const masques = new Set<string>();
  let style = '';
  /** Styles of cells whose text is struck through. */
  const barres = new Set<string>();
  const tableaux: Tableau[] = [];
  const cachees: string[] = [];
  const acotes: ACote[] = [];
  let ouverte:
    | (Omit<ACote, 'colonnes' | 'feuille'> & {
        feuille: string;
        montree: boolean;
        lue: ReturnType<typeof feuille>;
        barrees: string[];
        notes: string[];
        /** Hidden columns, from 0, and the next one that is declared. */
        cachees: Set<number>;
        declarees: number;
      })
    | null = null;
  const compter = compteur();
  /** `colonne`: that of the next cell. */
  let ligne: { cellues: (readonly [number, Cellue])[]; colonne: number; fois: number } | null = null;
  let cellule: { attributs: Attributs; texte: string } | null = null;
  let dansTexte = false;
  /** Depth in what stands beside the value of a cell. */
  let acote = 0;

  const fermerCellule = (): void => {
    if (!cellule || !ligne) return;
    const { attributs, texte } = cellule;
    const valeur = valeurDe(attributs, texte);
    const formule = attributs['table:formula'];
    if (ouverte && valeur !== null && barres.has(attributs['table:style-name'] ?? ''))
      ouverte.barrees.push(ouverte.lue.adresse(ligne.colonne));
    const cellue: Cellue = {
      valeur,
      formule:
        formule !== undefined && attributs['office:value-type'] === undefined && valeur === null ? formule : undefined,
      colonnes: nombreDeFois(attributs, 'table:number-columns-spanned', COLONNES_MAX),
      lignes: nombreDeFois(attributs, 'table:number-rows-spanned', LIGNES_MAX),
    };
    const blank = valeur === null && cellue.formule === undefined && cellue.colonnes === 1 && cellue.lignes === 1;
    if (blank) passer(attributs);
    else
      for (let i = nombreDeFois(attributs, 'table:number-columns-repeated', COLONNES_MAX); i > 0; i--) {
        if (ligne.colonne >= COLONNES_DE_FEUILLE)
          throw new LectureImpossible('le classeur a plus de 16 384 colonnes : ce n’est pas une liste.');
        ligne.cellues.push([ligne.colonne++, cellue]);
      }
    cellule = null;
  };
  /** Cells that hold nothing are only counted. */
  const passer = (attributs: Attributs): void => {
    if (ligne) ligne.colonne += nombreDeFois(attributs, 'table:number-columns-repeated', COLONNES_DE_FEUILLE);
  };
  const ouvrir = (nom: string, attributs: Attributs): void => {
    if (nom === 'style:style') style = attributs['style:name'] ?? '';
    else if (nom === 'style:table-properties' && attributs['table:display'] === 'false') masques.add(style);
    else if (nom === 'style:text-properties' && /^(?!none)./.test(attributs['style:text-line-through-style'] ?? ''))
      barres.add(style);
    else if (nom === 'table:table' && !ouverte) {
      const name = attributs['table:name'] ?? '';
      const montree = !masques.has(attributs['table:style-name'] ?? '');
      ouverte = {
        ...{ feuille: name, montree, lue: feuille(name, compter), lignes: 0 },
        ...{ barrees: [], notes: [], cachees: new Set(), declarees: 0 },
      };
    } else if (nom === 'table:table-column' && ouverte) {
      const fois = nombreDeFois(attributs, 'table:number-columns-repeated', COLONNES_DE_FEUILLE);
      const hidden = (attributs['table:visibility'] ?? 'visible') !== 'visible';
      if (hidden) for (let i = 0; i < fois; i++) ouverte.cachees.add(ouverte.declarees + i);
      ouverte.declarees += fois;
    } else if (nom === 'table:table-row' && ouverte) {
      ligne = { cellues: [], colonne: 0, fois: nombreDeFois(attributs, 'table:number-rows-repeated', LIGNES_MAX) };
      const masquee = (attributs['table:visibility'] ?? 'visible') !== 'visible';
      if (masquee && ligne.fois < LIGNES_MAX) ouverte.lignes += ligne.fois;
    } else if (nom === 'table:table-cell') cellule = { attributs, texte: '' };
    else if (nom === 'table:covered-table-cell') passer(attributs);
    else if (nom === 'text:p' && cellule) {
      if (cellule.texte !== '') cellule.texte += '\n';
      dansTexte = true;
    } else if (cellule && nom === 'text:s')
      cellule.texte += ' '.repeat(nombreDeFois(attributs, 'text:c', COLONNES_MAX));
    else if (cellule && nom === 'text:line-break') cellule.texte += '\n';
    else if (cellule && nom === 'text:tab') cellule.texte += '\t';
  };
  const fermer = (nom: string): void => {
    if (nom === 'text:p') dansTexte = false;
    else if (nom === 'table:table-cell') fermerCellule();
    else if (nom === 'table:table-row' && ligne && ouverte) {
      ouverte.lue.ligne(ligne.cellues, ligne.fois);
      ligne = null;
    } else if (nom === 'table:table' && ouverte) {
      const { montree, lue, cachees: columns, ...acote } = ouverte;
      const tableau = lue.tableau();
      if (montree) {
        tableaux.push(tableau);
        const filled = [...columns].filter((column) =>
          tableau.lignes.some(({ cellules }) => (cellules[column] ?? null) !== null),
        );
        acotes.push({ ...acote, colonnes: filled.map((column) => lettres(column + 1)) });
      } else cachees.push(acote.feuille);
      ouverte = null;
    }
  };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'office:annotation' && acote === 0 && ouverte && ligne && cellule)
      ouverte.notes.push(ouverte.lue.adresse(ligne.colonne));
    if (A_COTE.test(name)) acote++;
    else if (acote === 0) ouvrir(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    if (A_COTE.test(name)) acote--;
    else if (acote === 0) fermer(name);
  });
  const ecrire = (texte: string): void => {
    if (dansTexte && cellule && acote === 0) cellule.texte += texte;
  };
  parser.on('text', ecrire);
  parser.on('cdata', ecrire);
  parser.write(xml).close();
  return { tableaux, remarques: remarquesDe(cachees, acotes) };
}

export function lireOds(bytes: Uint8Array): Classeur {
  const lu = (() => {
    try {
      const parts = unzipSync(bytes, { filter: ({ name }) => name === 'content.xml' });
      return lireContenu(strFromU8(parts['content.xml'] ?? new Uint8Array()));
    } catch (error) {
      if (error instanceof LectureImpossible) throw error;
      return null;
    }
  })();
  if (lu === null || lu.tableaux.length === 0)
    throw new LectureImpossible(
      'le classeur OpenDocument (.ods) n’est pas lisible : il est protégé par un mot de passe, ou abîmé. Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx, sans mot de passe.',
    );
  return lu;
}
