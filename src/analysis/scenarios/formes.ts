/** Legal forms of a scenario: their names, and the reference that says what each demands. */
import type { Study } from '../../study/study.js';
import type { Reference, Scenario } from '../../study/types.gen.js';

export const FORMES_JURIDIQUES: Readonly<Record<Scenario['forme_juridique'], string>> = {
  regie: 'service en régie',
  convention: 'réseau lié par des conventions',
  entente: 'entente intercommunale',
  'convention-objectifs': 'conventions d’objectifs',
  association: 'association',
  scic: 'société coopérative d’intérêt collectif',
  gip: 'groupement d’intérêt public',
  delegation: 'délégation de service public',
  'syndicat-mixte': 'syndicat mixte',
  epl: 'établissement public local',
  spl: 'société publique locale',
  sem: 'société d’économie mixte',
};

const FORMES_PAR_MOT = new Map<string, string>(Object.entries(FORMES_JURIDIQUES));
/** A legal form that the author wrote freely; the word of the list of scenarios is told by its name, as there. */
export const formeEcrite = (texte: string): string => FORMES_PAR_MOT.get(texte) ?? texte;

/** The reference of a form, with its months when it gives them; the first one named so. */
export const referenceDeLaForme = (
  { references }: Pick<Study, 'references'>,
  forme: Scenario['forme_juridique'],
): Reference | undefined => references.find(({ forme_juridique: one }) => one === forme);
