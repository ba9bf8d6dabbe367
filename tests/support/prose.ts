/** What a reader reads of a document, line by line, and the faults of language that a program can see. */
import { plainText } from '../../src/documents/markdown/inlines.js';
import { textesLus } from '../../src/documents/markdown/sigles.js';
import type { Block, DocumentTree } from '../../src/documents/tree.js';
import { formatCell } from '../../src/exhibits/format.js';

export interface Ligne {
  /** Where it stands: a heading, the text, or a part of an exhibit with its name. */
  lieu: string;
  texte: string;
}

function lignesDe(blocks: readonly Block[]): Ligne[] {
  return blocks.flatMap((block): Ligne[] => {
    switch (block.type) {
      case 'heading':
        return [{ lieu: 'titre', texte: plainText(block.children) }];
      case 'paragraph':
        return [{ lieu: 'texte', texte: plainText(block.children) }];
      case 'list':
        // What an item but the last ends with, the next one goes on from.
        return block.items.flatMap((item, i) =>
          lignesDe(item).map((ligne) => ({
            ...ligne,
            texte: i + 1 < block.items.length ? ligne.texte.replace(/[\s\u00a0\u202f];$/u, '') : ligne.texte,
          })),
        );
      case 'quote':
        return lignesDe(block.children);
      case 'callout':
        return [{ lieu: 'encadré', texte: block.title }, ...lignesDe(block.children)];
      case 'definitions':
        return block.items.map(({ term, children }) => ({
          lieu: 'définition',
          texte: `${plainText(term)} : ${plainText(children)}`,
        }));
      case 'table':
      case 'figure': {
        const { exhibit } = block;
        const cells =
          exhibit.kind === 'table'
            ? exhibit.rows.flatMap((row) =>
                exhibit.columns.map(({ key, format }) =>
                  typeof row[key] === 'string' ? formatCell(row[key], format) : null,
                ),
              )
            : [exhibit.alt];
        return [
          { lieu: `titre de ${exhibit.name}`, texte: exhibit.title },
          { lieu: `source de ${exhibit.name}`, texte: exhibit.source ?? '' },
          ...cells
            .filter((cell) => typeof cell === 'string')
            .map((texte) => ({ lieu: `contenu de ${exhibit.name}`, texte })),
        ];
      }
      default:
        return [];
    }
  });
}

/** Tables that stand right under a heading, no sentence saying what they show; the list of acronyms says it by its title. */
export function tableauxNus({ front, body }: DocumentTree): string[] {
  return [front, body].flatMap((blocks) =>
    blocks.flatMap((block, i) => {
      const after = blocks[i + 1];
      return block.type === 'heading' && after?.type === 'table' && after.exhibit.name !== 'glossaire'
        ? [`${plainText(block.children)} → ${after.exhibit.name}`]
        : [];
    }),
  );
}

export function lignesDuDocument({ front, body }: DocumentTree): Ligne[] {
  const lignes = lignesDe([...front, ...body])
    .map(({ lieu, texte }) => ({ lieu, texte: texte.replace(/[\u00a0\u202f]/g, ' ').trim() }))
    .filter(({ texte }) => texte !== '');
  // What is said of each line of a document that has none says nothing.
  if (lignes.length === 0) throw new Error('a document with nothing in it');
  return lignes;
}

/** Abbreviations whose full stop ends no sentence. */
const PHRASE_CHIFFREE = /(?<!\b(?:art|n°|p|M|Dr|al|cf|no))[.!?…] \d/u;

const FAUTES: readonly (readonly [nom: string, motif: RegExp])[] = [
  ['une condition dite deux fois', /sous condition\) : à condition/u],
  ['« sur une »', /\b(?:Une|Un|Aucune?) [^.;:]{0,40} sur une?$/u],
  [
    'un pluriel après 0 ou 1',
    /(?<![\d,.:/–-]|\d )\b[01] (?!mois\b|fois\b|jours? sur|aux\b|plus\b|dans\b|sous\b|puis\b|temps\b)\p{L}+[sx](?![\p{L}’/])/u,
  ],
  ['deux points de suite', /(?<!\.)\.\.(?!\.)/u],
  ['un point-virgule à la fin', /;$/u],
  ['une virgule devant une ponctuation', /, ?[.;:,]/u],
  ['un mot deux fois', /(?<!\p{L})(?!(?:nous|vous) )(\p{L}{2,}) \1(?!\p{L})/iu],
  ['un intervalle de rien', /\b(?:de|entre) (\d+(?:,\d+)?)(?: %| €)? (?:à|et) \1(?![\d,])/u],
  ['un deux-points sans suite', /: ?\./u],
  ['des parenthèses ou des guillemets vides', /\( ?\)|« ?»/u],
  ['un chiffre collé à un mot', /\d(?!er|re|e|ème|è|h|m|A|B)\p{L}{2,}/u],
  ['une valeur du programme', /\b(?:undefined|NaN|null|\[object)\b/u],
  ['une date ISO', /\b\d{4}-\d{2}(?:-\d{2})?\b(?!\/)/u],
  [
    'une préposition sans élision',
    /(?<!\p{L})(?:de|que|le|la|ne|se) (?=(?:une? |il |elle |[aeéèêîôû]\p{L}))(?!onz|oui|une? (?:à|fois))/iu,
  ],
  [
    '« de le », « de les », « à le »',
    /(?<!\p{L})(?:de les?|à les?|de la (?:mi-parcours)) (?!\p{L}+(?:er|ir|re)(?!\p{L}))/iu,
  ],
  ['une espace de trop', / {2}/u],
  ['un tout compté comme une part', /\bsur (\d+) [^.;:]{3,50}, \1 (?:sont|est|ont|a|existe|reste)/iu],
  ['un calcul à la place d’une unité', /\d \p{L}+ × \p{L}/u],
  ['le « déficit » de qui vote un budget en équilibre', /déficit/iu],
  ['un mot du programme', /(?<!\p{L})graines?(?! de )[^.;]{0,40}\d|« atelier (?:build|check|score|explain)/u],
  ['un tout répété après deux points', /\b(\d+) (?:besoins?|fiches?|outils?) : \1 \p{L}/u],
  ['une part de rien', /\bpour 0 sur \d|(?:atteinte|tenue|terminé|mesuré)e?s? sur 0\b/u],
  ['un seul dit comme une part', /\b1 \p{L}+ \p{L}+ sur 1\b/u],
  [
    'un compte en lettres après un total en chiffres',
    /^Sur \d+ [^.;:]{2,60}, (?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) (?:n’|ne |ont |a |sont |est |restent? )/u,
  ],
  [
    'un total en chiffres après un compte en lettres',
    /^(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) [^.;:]{3,60} sur (?:1[0-6]|\d)\b/iu,
  ],
];

/** Opens a sentence with a number in letters; « un » may be no number. */
const OUVRE_EN_LETTRES =
  /^(?:Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze|Treize|Quatorze|Quinze|Seize|(?:Vingt|Trente|Quarante)[\p{L}-]*)(?:-\p{L}+)* /u;
/** A small count of things in figures: no measure, amount, mark, rank, nor part of a date. */
const PETIT_COMPTE =
  /(?<![\d,./:’–-]|\d |n° |(?:sur|de|à|au|le|cible|et|année|article|tableau|figure|phase) )(?<!\p{L})(?:[2-9]|1[0-6]) (?!(?:jours?|mois|ans?|années?|heures?|minutes|kilomètres|points?|habitants?|personnes|foyers|ETP|euros|pour|sur|au|à|et|ou|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|[^\p{L}]))(?=\p{L}{2,})/u;

/** « Trois projets terminés ; 2 sont en cours »: what opens in letters goes on in letters, out of parentheses and guillemets. */
const melange = (texte: string): boolean =>
  texte
    .replace(/«[^»]*»|\([^)]*\)/gu, '')
    .split(/(?<=[.!?])\s+|\n/u)
    .some((phrase) => OUVRE_EN_LETTRES.test(phrase) && PETIT_COMPTE.test(phrase));

/** « faute — place : text » for each fault of the lines. */
export function fautesDe(lignes: readonly Ligne[]): string[] {
  return lignes.flatMap(({ lieu, texte }) => {
    const own = FAUTES.filter(([, motif]) => texte.split('\n').some((line) => motif.test(line))).map(([nom]) => nom);
    const contenu = lieu.startsWith('contenu');
    if (!contenu && !lieu.startsWith('définition') && /^\d/u.test(texte)) own.push('un chiffre en tête');
    if (!contenu && melange(texte)) own.push('des petits comptes en chiffres après un nombre en lettres');
    if (!contenu && PHRASE_CHIFFREE.test(texte)) own.push('une phrase qui commence par un chiffre');
    return own.map((nom) => `${nom} — ${lieu} : ${texte}`);
  });
}

/** Words with two capitals that abbreviate nothing: names as their owners write them, an error quoted as such, a word that a table puts in capitals. */
const NOMS_ET_MOTS = new Set(['OrganiCité', 'TecHopital', 'ADHUME']);
const CHIFFRES_ROMAINS = /^[IVXLCDM]+$/;

/** Whether the letters of an acronym are the initials of words, in order, some words being left out. */
function initiales(sigle: string, mots: string): boolean {
  const left = [...sigle.toLowerCase()];
  const plain = mots.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  for (const mot of plain.match(/\p{L}+/gu) ?? []) if (mot.startsWith(left[0] ?? ' ')) left.shift();
  return left.length === 0;
}

/** Whether the page itself says what it stands for: « les mots en entier (SIGLE) », « SIGLE, les mots en entier ». */
const enToutesLettres = (sigle: string, texte: string): boolean =>
  [...texte.matchAll(new RegExp(`([^\\n]{0,120})\\(${sigle}\\b`, 'gu'))].some(([, avant = '']) =>
    initiales(sigle, avant),
  ) ||
  [...texte.matchAll(new RegExp(`\\b${sigle}(?:,| :) ([^\\n,;.]{0,120})`, 'gu'))].some(([, apres = '']) =>
    initiales(sigle, apres),
  );

/** The acronyms of a document that neither its list nor its page explains, each with the words around it. */
export function siglesInexpliques({ front, body }: DocumentTree): string[] {
  const blocks = [...front, ...body];
  const listes = blocks.flatMap((block) =>
    block.type === 'table' && block.exhibit.name === 'glossaire' ? block.exhibit.rows : [],
  );
  const connus = new Set(listes.flatMap(({ sigle }) => String(sigle).split(/[^\p{L}\p{N}]+/u)));
  const texte = textesLus(blocks).join('\n');
  const vus = new Map<string, string>();
  for (const { 0: sigle, index } of texte.matchAll(/(?<![\p{L}\p{N}.@/-])\p{L}*\p{Lu}\p{Ll}*\p{Lu}\p{L}*/gu))
    if (!vus.has(sigle)) vus.set(sigle, texte.slice(Math.max(0, index - 40), index + 40));
  return [...vus]
    .filter(([sigle]) => !connus.has(sigle) && !CHIFFRES_ROMAINS.test(sigle) && !NOMS_ET_MOTS.has(sigle))
    .filter(([sigle]) => !enToutesLettres(sigle, texte))
    .map(([sigle, autour]) => `${sigle} : ${autour}`);
}
