/** French in the place of the English words that the library writes where a reader meets them: names of shapes and of slides, placeholders, properties. */
import { editParts, type Parts } from '../ooxml/parts.js';

const KINDS: Readonly<Record<string, string>> = {
  Text: 'Texte',
  Table: 'Tableau',
  Chart: 'Graphique',
  Shape: 'Forme',
  'Slide Number Placeholder': 'Numéro de diapositive',
  'Slide Image Placeholder': 'Image de la diapositive',
  'Notes Placeholder': 'Commentaires',
  'Header Placeholder': 'En-tête',
  'Footer Placeholder': 'Pied de page',
  'Date Placeholder': 'Date',
};

/** What a shape is called in the pane of PowerPoint that lists them, and by a screen reader. */
export const kindInFrench = (kind: string): string => KINDS[kind] ?? kind;

/** A title is named as one. */
export const nameTitles = (xml: string): string =>
  xml.replace(/ name="Texte \d+"((?:(?!<\/p:nvSpPr>)[\s\S])*?<p:ph\b[^>]*\btype="title")/g, ' name="Titre"$1');

/** Words of the file, and those that stand for them. */
const WORDS: readonly (readonly [part: RegExp, word: string | RegExp, french: string])[] = [
  // What the field of a number shows until it is worked out.
  [/^ppt\/slide(?:Masters|Layouts)\//, '<a:t>null</a:t>', '<a:t>‹N°›</a:t>'],
  [/^ppt\/slides\//, /<p:cSld name="Slide (\d+)">/g, '<p:cSld name="Diapositive $1">'],
  [/^ppt\/slideLayouts\//, '<p:cSld name="DEFAULT">', '<p:cSld name="VIERGE">'],
  [/^ppt\/theme\//, 'name="Office Theme"', 'name="Thème de l’étude"'],
  [/^ppt\/notesMasters\//, 'Click to edit Master text styles', 'Modifiez les styles du texte du masque'],
  [/^ppt\/notesMasters\//, 'Second level', 'Deuxième niveau'],
  [/^ppt\/notesMasters\//, 'Third level', 'Troisième niveau'],
  [/^ppt\/notesMasters\//, 'Fourth level', 'Quatrième niveau'],
  [/^ppt\/notesMasters\//, 'Fifth level', 'Cinquième niveau'],
  [/^docProps\/app\.xml$/, 'On-screen Show (16:9)', 'Grand écran'],
  [/^docProps\/app\.xml$/, 'Fonts Used', 'Polices utilisées'],
  [/^docProps\/app\.xml$/, '<vt:lpstr>Theme<', '<vt:lpstr>Thème<'],
  [/^docProps\/app\.xml$/, 'Slide Titles', 'Titres des diapositives'],
  [/^docProps\/app\.xml$/, 'Office Theme', 'Thème de l’étude'],
  [/^docProps\/app\.xml$/, /<vt:lpstr>Slide (\d+)</g, '<vt:lpstr>Diapositive $1<'],
];

export function sayInFrench(parts: Parts): void {
  for (const [part, word, french] of WORDS)
    editParts(parts, part, (xml) =>
      typeof word === 'string' ? xml.replaceAll(word, french) : xml.replace(word, french),
    );
}
