/** Reads the sheets of an OpenDocument workbook (.ods, OASIS OpenDocument 1.3, part 3, chapter 9), which LibreOffice saves: the same tables as from an .xlsx. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { lettres } from '../../lists/letters.js';
import type { Cellule } from '../cellules.js';
import { type ACote, type Classeur, LectureImpossible, remarquesDe, type Tableau } from '../tableau.js';
import { type Cellue, compteur, feuille } from './feuille.js';

type Attributs = Readonly<Record<string, string>>;

/** What is in a cell and is none of its value: its note, what is drawn on it; what a workbook keeps of others and of its past. */
const A_COTE =
  /^(?:office:annotation|draw:|table:shapes|office:forms|table:detective|table:dde-links|table:tracked-changes)/;

/** Rows and columns written once for many, of which no list has more; columns of a sheet. A sheet ends with a million rows that are blank. */
const LIGNES_MAX = 60_000;
const COLONNES_MAX = 1_100;
const COLONNES_DE_FEUILLE = 16_384;

const nombreDeFois = (attributs: Attributs, name: string, most: number): number =>
  Math.min(most, Math.max(1, Number(attributs[name] ?? 1) || 1));

/** A number without what a computation leaves beyond the fifteen digits that a spreadsheet keeps. */
const quinzeChiffres = (value: number): number => Number(value.toPrecision(15));

const VERITE = /^(?:VRAI|FAUX|TRUE|FALSE)$/;

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
      // « =TRUE() »: what LibreOffice makes of the truth of another workbook.
      if (VERITE.test(montre.trim()) && (value === 0 || value === 1)) return value === 1;
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

/** The styles that hide a sheet, and those of struck text; a workbook writes them before its sheets. */
function lecteurDeStyles() {
  const masques = new Set<string>();
  const barres = new Set<string>();
  let style = '';
  return {
    ouvrir(nom: string, attributs: Attributs): void {
      if (nom === 'style:style') style = attributs['style:name'] ?? '';
      else if (nom === 'style:table-properties' && attributs['table:display'] === 'false') masques.add(style);
      else if (nom === 'style:text-properties' && /^(?!none)./.test(attributs['style:text-line-through-style'] ?? ''))
        barres.add(style);
    },
    montre: (attributs: Attributs): boolean => !masques.has(attributs['table:style-name'] ?? ''),
    barre: (attributs: Attributs): boolean => barres.has(attributs['table:style-name'] ?? ''),
  };
}

/** A sheet whose rows are being read. */
interface Ouverte {
  feuille: string;
  montree: boolean;
  lue: ReturnType<typeof feuille>;
  /** Hidden rows. */
  lignes: number;
  barrees: string[];
  notes: string[];
  /** Hidden columns, from 0, and the next one that is declared. */
  cachees: Set<number>;
  declarees: number;
}

const ouverteDe = (nom: string, montree: boolean, compter: (cells: number) => void): Ouverte => ({
  ...{ feuille: nom, montree, lue: feuille(nom, compter), lignes: 0 },
  ...{ barrees: [], notes: [], cachees: new Set(), declarees: 0 },
});

const estCachee = (attributs: Attributs): boolean => (attributs['table:visibility'] ?? 'visible') !== 'visible';

function declarerColonnes(ouverte: Ouverte, attributs: Attributs): void {
  const fois = nombreDeFois(attributs, 'table:number-columns-repeated', COLONNES_DE_FEUILLE);
  if (estCachee(attributs)) for (let i = 0; i < fois; i++) ouverte.cachees.add(ouverte.declarees + i);
  ouverte.declarees += fois;
}

/** What is told of a sheet beside its table; of its hidden columns, those that hold something. */
function aCote({ feuille: nom, lignes, barrees, notes, cachees }: Ouverte, tableau: Tableau): ACote {
  const filled = [...cachees].filter((column) =>
    tableau.lignes.some(({ cellules }) => (cellules[column] ?? null) !== null),
  );
  return { feuille: nom, lignes, barrees, notes, colonnes: filled.map((column) => lettres(column + 1)) };
}

function cellueDe(attributs: Attributs, texte: string): Cellue {
  const valeur = valeurDe(attributs, texte);
  const formule = attributs['table:formula'];
  const aCalculer = formule !== undefined && attributs['office:value-type'] === undefined && valeur === null;
  return {
    valeur,
    formule: aCalculer ? formule : undefined,
    colonnes: nombreDeFois(attributs, 'table:number-columns-spanned', COLONNES_MAX),
    lignes: nombreDeFois(attributs, 'table:number-rows-spanned', LIGNES_MAX),
  };
}

const estBlanche = ({ valeur, formule, colonnes, lignes }: Cellue): boolean =>
  valeur === null && formule === undefined && colonnes === 1 && lignes === 1;

/** Hears the elements of a workbook that hold its sheets, and keeps what they say. */
function lecteurDeFeuilles() {
  const styles = lecteurDeStyles();
  const compter = compteur();
  const tableaux: Tableau[] = [];
  const cachees: string[] = [];
  const acotes: ACote[] = [];
  let ouverte: Ouverte | null = null;
  /** `colonne`: that of the next cell. */
  let ligne: { cellues: (readonly [number, Cellue])[]; colonne: number; fois: number } | null = null;
  let cellule: { attributs: Attributs; texte: string } | null = null;
  let dansTexte = false;

  /** Cells that hold nothing are only counted. */
  const passer = (attributs: Attributs): void => {
    if (ligne) ligne.colonne += nombreDeFois(attributs, 'table:number-columns-repeated', COLONNES_DE_FEUILLE);
  };
  const fermerCellule = (): void => {
    if (!cellule || !ligne) return;
    const { attributs, texte } = cellule;
    const cellue = cellueDe(attributs, texte);
    if (ouverte && cellue.valeur !== null && styles.barre(attributs))
      ouverte.barrees.push(ouverte.lue.adresse(ligne.colonne));
    if (estBlanche(cellue)) passer(attributs);
    else
      for (let i = nombreDeFois(attributs, 'table:number-columns-repeated', COLONNES_MAX); i > 0; i--) {
        if (ligne.colonne >= COLONNES_DE_FEUILLE)
          throw new LectureImpossible('le classeur a plus de 16 384 colonnes : ce n’est pas une liste.');
        ligne.cellues.push([ligne.colonne++, cellue]);
      }
    cellule = null;
  };
  const fermerFeuille = (closed: Ouverte): void => {
    const tableau = closed.lue.tableau();
    if (closed.montree) {
      tableaux.push(tableau);
      acotes.push(aCote(closed, tableau));
    } else cachees.push(closed.feuille);
    ouverte = null;
  };
  return {
    ouvrir(nom: string, attributs: Attributs): void {
      styles.ouvrir(nom, attributs);
      if (nom === 'table:table' && !ouverte)
        ouverte = ouverteDe(attributs['table:name'] ?? '', styles.montre(attributs), compter);
      else if (nom === 'table:table-column' && ouverte) declarerColonnes(ouverte, attributs);
      else if (nom === 'table:table-row' && ouverte) {
        ligne = { cellues: [], colonne: 0, fois: nombreDeFois(attributs, 'table:number-rows-repeated', LIGNES_MAX) };
        if (estCachee(attributs) && ligne.fois < LIGNES_MAX) ouverte.lignes += ligne.fois;
      } else if (nom === 'table:table-cell') cellule = { attributs, texte: '' };
      else if (nom === 'table:covered-table-cell') passer(attributs);
      else if (nom === 'text:p' && cellule) {
        if (cellule.texte !== '') cellule.texte += '\n';
        dansTexte = true;
      } else if (cellule && nom === 'text:s')
        cellule.texte += ' '.repeat(nombreDeFois(attributs, 'text:c', COLONNES_MAX));
      else if (cellule && nom === 'text:line-break') cellule.texte += '\n';
      else if (cellule && nom === 'text:tab') cellule.texte += '\t';
    },
    fermer(nom: string): void {
      if (nom === 'text:p') dansTexte = false;
      else if (nom === 'table:table-cell') fermerCellule();
      else if (nom === 'table:table-row' && ligne && ouverte) {
        ouverte.lue.ligne(ligne.cellues, ligne.fois);
        ligne = null;
      } else if (nom === 'table:table' && ouverte) fermerFeuille(ouverte);
    },
    ecrire(texte: string): void {
      if (dansTexte && cellule) cellule.texte += texte;
    },
    /** A note hangs on the cell that is being read. */
    noter(): void {
      if (ouverte && ligne && cellule) ouverte.notes.push(ouverte.lue.adresse(ligne.colonne));
    },
    classeur: (): Classeur => ({ tableaux, remarques: remarquesDe(cachees, acotes) }),
  };
}

/** Reads the text of the part that holds the sheets; what stands beside the value of a cell is none of it. */
function lireContenu(xml: string): Classeur {
  const feuilles = lecteurDeFeuilles();
  /** Depth in what stands beside the value of a cell. */
  let acote = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'office:annotation' && acote === 0) feuilles.noter();
    if (A_COTE.test(name)) acote++;
    else if (acote === 0) feuilles.ouvrir(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    if (A_COTE.test(name)) acote--;
    else if (acote === 0) feuilles.fermer(name);
  });
  const ecrire = (texte: string): void => {
    if (acote === 0) feuilles.ecrire(texte);
  };
  parser.on('text', ecrire);
  parser.on('cdata', ecrire);
  parser.write(xml).close();
  return feuilles.classeur();
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
